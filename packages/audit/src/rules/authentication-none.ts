import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const authenticationNone: ClientRule = {
  id: 'authentication-none',
  title: 'A client without authentication is one that cannot keep a secret',
  level: 'note',
  why: 'Anyone can pose as this client; PKCE alone protects its codes. That is right for an app on a device or in a browser, and avoidable for one on a server.',
  help: 'Keep it for an app that runs on the user’s device, with PKCE. Give an app on a server the method client_secret_post.',
  source: rfc(9700, '2.1.1'),
  *check({ authenticationMethods }) {
    if (authenticationMethods.length > 0 && authenticationMethods.every((method) => method === 'none')) {
      yield { message: 'The client gets tokens without any authentication (its only method is none).' };
    }
  },
};
