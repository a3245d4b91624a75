import type { Answer } from '../answer.ts';
import type { HeaderList } from '../response.ts';

/** What is left where nothing is limited: as if nobody else called. */
export const UNLIMITED = 199;

/** Whatever the caller's limit lets through carries these, whatever its status. The reset says nothing. */
export function rateHeaders(remaining: number): HeaderList {
  return [
    ['X-Ratelimit-Remaining', String(remaining)],
    ['X-Ratelimit-Reset', '0'],
  ];
}

/** An answer with the headers that every answer of the identity service carries. */
export function ofService(answer: Answer): Answer {
  return {
    ...answer,
    headers: [
      ...answer.headers,
      ['Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate'],
      ['X-Content-Type-Options', 'nosniff'],
    ],
  };
}
