import type { DeclaredResponse } from './declared-response.ts';

/** The headers by which a mock server is asked for one of the declared responses. */
export function preferenceOf({
  status,
  mediaType,
  example,
}: Pick<DeclaredResponse, 'status' | 'mediaType' | 'example'>): Record<string, string> {
  const prefer = `code=${status}${example ? `, example=${example}` : ''}`;
  return { prefer, accept: mediaType ?? '*/*' };
}
