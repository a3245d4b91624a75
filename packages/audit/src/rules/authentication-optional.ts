import { listOf, quote } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const authenticationOptional: ClientRule = {
  id: 'authentication-optional',
  title: 'A client that has a secret always has to show it',
  level: 'note',
  why: 'With none beside another method the secret protects nothing: who does not know it leaves it out. PKCE still protects the codes, so it is a note.',
  help: 'Remove none if the app runs on a server. Otherwise use none alone, and treat the client as one without a secret.',
  source: rfc(9700, '2.5'),
  *check({ authenticationMethods }) {
    const others = authenticationMethods.filter((method) => method !== 'none');
    if (others.length === 0 || others.length === authenticationMethods.length) return;
    yield {
      message: `The client’s secret is optional: its methods are none and ${listOf(others.map((method) => quote(method)))}.`,
    };
  },
};
