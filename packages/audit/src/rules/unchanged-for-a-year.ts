import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

const day = 86_400_000;

export const unchangedForAYear: ClientRule = {
  id: 'unchanged-for-a-year',
  title: 'A client is looked at once a year',
  level: 'note',
  why: 'A portal’s client secret does not expire by itself, and old clients keep redirects and rights that nobody remembers. An app may simply be finished, so it is a note.',
  help: 'Ask the owner whether the app is still used. If so, regenerate its secret; if not, delete it.',
  source: rfc(7591, '3.2.1'),
  *check({ changed }, { now }) {
    if (changed === undefined || now - changed <= 366 * day) return;
    const date = new Date(changed).toISOString().slice(0, 10);
    const days = Math.floor((now - changed) / day);
    yield { message: `The client was last changed on ${date}, ${days} days ago.` };
  },
};
