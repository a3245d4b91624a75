import type { Mock } from '@docspace-oauth/mock';
import {
  startServer,
  text,
  type Received,
  type Reply,
  type TestServer,
} from '@docspace-oauth/testing/server';

/** Answers some requests itself, and asks the mock behind it for the others. */
export async function startInFront(
  mock: Pick<Mock, 'url'>,
  answer: (request: Received, index: number) => Reply | undefined,
): Promise<TestServer> {
  return startServer((request, index) => answer(request, index) ?? forward(mock.url + request.path, request));
}

function forward(url: string, { headers }: Received): Reply {
  return (response, request) => {
    const sent = ['accept', 'authorization', 'x-signature'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    void fetch(url, { headers: Object.fromEntries(sent) }).then(
      async ({ status, headers: received, body, ...rest }) => {
        const kept = [...received].filter(([name]) => !['content-length', 'connection'].includes(name));
        text(
          status,
          body === null ? '' : await new Response(body, rest).text(),
          Object.fromEntries(kept),
        )(response, request);
      },
      () => response.destroy(),
    );
  };
}
