import { listOf } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';
import { resources, writableResources } from '../write-scopes.ts';

export const scopeAll: ClientRule = {
  id: 'scope-all',
  title: 'A client does not have every scope that a portal offers',
  level: 'warning',
  why: 'Hardly any app needs all of it, and a stolen token can then do whatever the user can. Usually nobody chose, so it is more than a note.',
  help: 'Ask the developer what the app does, and register it with the scopes for that.',
  source: rfc(9700, '2.3'),
  *check({ scopes }) {
    if (writableResources(scopes).size < resources.size) return;
    yield {
      message: `The client may change everything: ${listOf([...resources.values()], resources.size)}.`,
    };
  },
};
