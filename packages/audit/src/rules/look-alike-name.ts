import { Groups, type Named } from '../name-groups.ts';
import { listOf, quote } from '../quote.ts';
import type { Found, PortalRule } from '../rule.ts';
import { sameName } from '../same-name.ts';
import { skeleton } from '../skeleton.ts';

export const lookAlikeName: PortalRule = {
  id: 'look-alike-name',
  title: 'No two clients of a portal have names that look the same',
  level: 'error',
  why: 'The consent screen shows the name. Letters of another script or invisible characters are no accident beside the real name, so it is an error; a warning where plain letters and digits look alike, such as l and 1.',
  help: 'Find out who registered the client, and disable the one that imitates the other.',
  source: {
    title: 'Unicode UTS 39, section 4',
    url: 'https://www.unicode.org/reports/tr39/#Confusable_Detection',
  },
  compare: () => {
    const groups = new Groups<Named>();
    return {
      add: ({ subject, name }) => {
        if (name !== undefined) groups.add(skeleton(name), { subject, name });
      },
      *found() {
        for (const group of groups.shared()) {
          const first = group[0];
          // One that is not simply the same name as the first: those are findings of duplicate-name.
          const second = group.find(({ name }) => sameName(name) !== sameName(first.name));
          if (!second) continue;
          for (const named of group) {
            yield lookAlike(named, sameName(named.name) === sameName(first.name) ? second : first);
          }
        }
      },
    };
  },
};

function lookAlike({ subject, name }: Named, other: Named): Found & { subject: string } {
  const message = `The name ${quote(name)}${codePoints(name)} looks like ${quote(other.name)}${codePoints(other.name)} of the client ${other.subject}.`;
  const plain = ascii.test(name) && ascii.test(other.name);
  return plain ? { subject, message, level: 'warning' } : { subject, message };
}

const ascii = /^[ -~]*$/u;

/** The characters that a reader may take for plain letters, by number, because they look the same on the screen. */
function codePoints(name: string): string {
  const characters = new Set(Array.from(name.slice(0, 300)).filter((character) => !ascii.test(character)));
  const codes = Array.from(characters, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return codes.length === 0 ? '' : ` (with ${listOf(codes)})`;
}
