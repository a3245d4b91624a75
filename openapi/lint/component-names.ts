import type { Visitor } from './redocly.ts';

/** Words that a language, its standard library or a generated client has for something else. */
const taken = new Set(
  'any array bool boolean byte char class client configuration date default double empty enum error exception false float func function import int integer interface list long map model null number object optional option package request response result self set string struct this true type union unit void'.split(
    ' ',
  ),
);

/** `last_client_id`, `LastClientId` and `last-client-id` become one name in many languages. */
const normalized = (name: string): string => name.replaceAll(/[^a-z\d]/giu, '').toLowerCase();

/** A code generator makes a type of each component, whatever its kind: no two may have one name, nor the name of something else. */
export const componentNames: Visitor = () => ({
  Components: {
    enter(components, { report, location }) {
      const seen = new Map<string, string>();
      for (const [kind, group] of Object.entries(components)) {
        for (const name of Object.keys(group)) {
          const place = location.child([kind, name]).key();
          const key = normalized(name);
          const other = seen.get(key);
          if (other !== undefined) {
            report({
              message: `${kind}/${name} has the name of ${other} for a code generator.`,
              location: place,
            });
          }
          if (taken.has(key)) {
            report({
              message: `${kind}/${name} is a word that programming languages have taken.`,
              location: place,
            });
          }
          seen.set(key, `${kind}/${name}`);
        }
      }
    },
  },
});
