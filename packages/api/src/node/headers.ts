import type { IncomingMessage } from 'node:http';
import type { ResponseHeaders } from '../transport/headers.ts';

/** The headers of a message. Node joins the values of one name as fetch does, all but those of Set-Cookie. */
export function headersOf({ headers }: IncomingMessage): ResponseHeaders {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
    *entries() {
      for (const [name, value = ''] of Object.entries(headers)) {
        for (const one of Array.isArray(value) ? value : [value]) yield [name, one];
      }
    },
  };
}
