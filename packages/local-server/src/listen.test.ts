import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, listen, ListenError, PortInUseError } from './listen.ts';

async function listening(port: number): Promise<string> {
  const server = createServer((_, response) => response.end('here'));
  onTestFinished(async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return listen(server, { port, host: '127.0.0.1' });
}

test('port 0 takes a free one, and the server answers at the URL', async () => {
  const url = await listening(0);
  expect(await (await fetch(url)).text()).toBe('here');
});

test('a port in use is an error of its own that names it', async () => {
  const { port } = new URL(await listening(0));
  await expect(listening(Number(port))).rejects.toThrow(PortInUseError);
  await expect(listening(Number(port))).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use.`);
});

test('an address of another machine is one sentence', async () => {
  const server = createServer();
  const failure = listen(server, { port: 0, host: '192.0.2.1' });
  await expect(failure).rejects.toThrow(ListenError);
  await expect(failure).rejects.toThrow('192.0.2.1 is no address of this machine.');
});

test('a free port can be listened on', async () => {
  const port = await freePort();
  expect(new URL(await listening(port)).port).toBe(String(port));
});
