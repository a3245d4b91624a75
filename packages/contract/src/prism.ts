import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import type { OpenApiDocument } from '@docspace-oauth/openapi';

export interface Prism {
  readonly url: string;
  /** What Prism logged, a line of JSON for each entry. */
  log(): string;
  close(): Promise<void>;
}

/** Starts plain Prism in this process, on a free port of 127.0.0.1, with the settings of `prism mock`. */
export async function startPrism(document: OpenApiDocument): Promise<Prism> {
  // Prism resolves references in place, so it gets a copy.
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  if (operations.length === 0)
    throw new TypeError('Prism has nothing to serve: the document has no operations.');
  const lines: string[] = [];
  const logger = createLogger('Prism', { level: 'info' }, { write: (line) => lines.push(line) });
  const server = createServer(operations, {
    cors: true,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
    components: { logger },
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, log: () => lines.join(''), close: () => server.close() };
}
