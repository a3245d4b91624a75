import { listOf, quote } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';
import { writeScopes } from '../write-scopes.ts';

export const scopeWrite: ClientRule = {
  id: 'scope-write',
  title: 'A client may change data only if it needs to',
  level: 'note',
  why: 'A stolen token can delete or overwrite. Many apps have to write, so it is a note.',
  help: 'If the app only reads, register it with the read scopes alone.',
  source: rfc(9700, '2.3'),
  *check({ scopes }) {
    const write = writeScopes(scopes);
    if (write.length === 0) return;
    yield { message: `The client may change data: ${listOf(write.map((scope) => quote(scope)))}.` };
  },
};
