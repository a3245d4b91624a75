import { Groups, type Named } from '../name-groups.ts';
import { quote } from '../quote.ts';
import type { PortalRule } from '../rule.ts';
import { sameName } from '../same-name.ts';
import { rfc } from '../source.ts';

export const duplicateName: PortalRule = {
  id: 'duplicate-name',
  title: 'No two clients of a portal have the same name',
  level: 'warning',
  why: 'The consent screen shows the name, so a user cannot tell the two apart, and one may pose as the other. Often it is a forgotten test, so no error.',
  help: 'Rename one of them, or delete the one that is not needed.',
  source: rfc(7591, '5'),
  compare: () => {
    const groups = new Groups<Named>();
    return {
      add: ({ subject, name }) => {
        if (name !== undefined) groups.add(sameName(name), { subject, name });
      },
      *found() {
        for (const group of groups.shared()) {
          for (const { subject, name } of group) {
            const other = subject === group[0].subject ? group[1] : group[0];
            const more = group.length > 2 ? ` and ${group.length - 2} more` : '';
            yield {
              subject,
              message: `The name ${quote(name)} is also that of the client ${other.subject}${more}.`,
            };
          }
        }
      },
    };
  },
};
