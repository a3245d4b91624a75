import type { Client } from 'openapi-fetch';

const promising = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'request'];

/**
 * A client of openapi-fetch that is loaded by its first use: who needs only the five methods never pays for it. Its
 * methods promise anyway, and middleware is put in and out in the order of the calls.
 */
export function lazyHttp<Paths extends object>(load: () => Promise<Client<Paths>>): Client<Paths> {
  type Methods = Record<string, (...args: unknown[]) => unknown>;
  let loading: Promise<Methods> | undefined;
  const http = (): Promise<Methods> => (loading ??= load() as unknown as Promise<Methods>);
  const later =
    (name: string) =>
    async (...args: unknown[]): Promise<unknown> =>
      (await http())[name]?.(...args);
  const inOrder =
    (name: string) =>
    (...args: unknown[]): void => {
      loading = http().then((client) => (client[name]?.(...args), client));
      // The next call rejects with it.
      loading.catch(() => {});
    };
  const methods = Object.fromEntries(promising.map((name) => [name, later(name)]));
  return { ...methods, use: inOrder('use'), eject: inOrder('eject') } as unknown as Client<Paths>;
}
