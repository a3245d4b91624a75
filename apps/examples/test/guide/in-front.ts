import type { Mock } from '@docspace-oauth/mock';
import {
  startServer,
  text,
  type Received,
  type Reply,
  type TestServer,
} from '@docspace-oauth/testing/server';

/** Answers some requests itself, and asks the mock behind it for the others, after `before`. */
export async function startInFront(
  mock: Pick<Mock, 'url'>,
  answer: (request: Received, index: number) => Reply | undefined,
  before?: (request: Received) => Promise<unknown>,
): Promise<TestServer> {
  return startServer(
    (request, index) => answer(request, index) ?? forward(mock.url + request.path, request, before),
  );
}

function forward(url: string, received: Received, before?: (request: Received) => Promise<unknown>): Reply {
  const { headers } = received;
  const sent = ['accept', 'authorization', 'x-signature'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const relay = async (...reply: Parameters<Reply>): Promise<void> => {
    await before?.(received);
    const answer = await fetch(url, { headers: Object.fromEntries(sent) });
    const kept = [...answer.headers].filter(([name]) => !['content-length', 'connection'].includes(name));
    text(answer.status, await answer.text(), Object.fromEntries(kept))(...reply);
  };
  return (response, request) => {
    relay(response, request).catch(() => response.destroy());
  };
}
