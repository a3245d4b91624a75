import { HttpProblem } from './http-problem.ts';

export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Asks the upstream; the path begins with a slash, so that nothing goes to another origin. */
export type Upstream = (
  path: `/${string}`,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<UpstreamAnswer>;

interface Limits {
  readonly upstream: string;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
}

/** Reads an answer as a whole: a broken one becomes a clear failure instead of half an answer. */
export function createUpstream({ upstream, timeoutMs, maxBodyBytes }: Limits): Upstream {
  return async (path, headers, signal) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(upstream + path, {
        headers,
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new HttpProblem(
          502,
          `The upstream answered with a redirect (${response.status}), which the proxy never follows.`,
        );
      }
      return {
        status: response.status,
        headers: response.headers,
        body: await readBody(response, maxBodyBytes),
      };
    } catch (error) {
      if (error instanceof HttpProblem) throw error;
      if (signal.aborted) throw new Gone();
      if (timeout.aborted) throw new HttpProblem(504, `The upstream did not answer within ${timeoutMs} ms.`);
      throw new HttpProblem(502, `The upstream could not be reached or broke off${inBrackets(error)}.`);
    }
  };
}

/** The caller is gone, or the proxy is closing: nobody waits for an answer. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

async function readBody(response: Response, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the body. What is counted is decompressed already.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new HttpProblem(502, `The upstream's answer is larger than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The code of the error beneath, such as ECONNREFUSED; its message may quote a header and is left out. */
function inBrackets(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && /^[A-Z][A-Z0-9_]{2,60}$/u.test(String(cause.code)))
      return ` (${String(cause.code)})`;
  }
  return '';
}
