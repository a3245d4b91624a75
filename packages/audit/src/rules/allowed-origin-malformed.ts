import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';
import type { Uri } from '../uri.ts';

export const allowedOriginMalformed: ClientRule = {
  id: 'allowed-origin-malformed',
  title: 'An allowed origin is scheme, host and port, and nothing else',
  level: 'warning',
  why: 'A browser sends an origin without a path, so an entry with one never matches, or allows more than the path promises. An entry that only ends in a slash is a note.',
  help: 'Write the origin as a browser sends it, such as https://app.example.com or http://127.0.0.1:3000.',
  source: rfc(6454, '6.2'),
  *check({ allowedOrigins }) {
    for (const origin of allowedOrigins) {
      const problem = problemOf(origin);
      if (problem === undefined) continue;
      const message = `The allowed origin ${quoteUri(origin.text)} ${problem}.`;
      yield problem === slash ? { message, level: 'note' } : { message };
    }
  },
};

const slash = 'ends in a slash, with which no browser sends it';

function problemOf({ text, problem, url, host }: Uri): string | undefined {
  if (text.includes('*')) return 'contains a wildcard';
  if (problem !== undefined) return problem;
  // Of other schemes, such as claude, nobody says what an origin looks like.
  if (!url || host === undefined) return undefined;
  if (url.username !== '' || text.includes('@')) return 'has user information';
  if (text.includes('#')) return 'has a fragment';
  if (text.includes('?')) return 'has a query';
  if (url.pathname !== '/') return 'has a path';
  return text.endsWith('/') ? slash : undefined;
}
