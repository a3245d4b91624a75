import { app, harmless, type Case } from './case.ts';

const publicClient = { authentication_methods: ['none'] };

/** Apps on a user’s device and in a browser: loopback redirects, private-use schemes, PKCE instead of a secret. */
export const harmlessNative: Case[] = [
  harmless(
    app('Desktop sync', 'sync.example', { ...publicClient, redirect_uris: ['http://127.0.0.1/callback'] }),
    'authentication-none',
  ),
  harmless(
    app('Command line', 'cli.example', {
      ...publicClient,
      redirect_uris: ['http://127.0.0.1:8400/callback'],
    }),
    'authentication-none',
  ),
  harmless(
    app('Mail add-in', 'mail.example', { ...publicClient, redirect_uris: ['http://[::1]:3000/cb'] }),
    'authentication-none',
  ),
  harmless(
    app('Both loopbacks', 'both.example', {
      ...publicClient,
      redirect_uris: ['http://127.0.0.1/cb', 'http://[::1]/cb'],
    }),
    'authentication-none',
  ),
  harmless(
    app('Another loopback', 'loop.example', { ...publicClient, redirect_uris: ['http://127.8.8.8:5000/cb'] }),
    'authentication-none',
  ),
  harmless(
    app('Mapped loopback', 'mapped.example', {
      ...publicClient,
      redirect_uris: ['http://[::ffff:127.0.0.1]/cb'],
    }),
    'authentication-none',
  ),
  harmless(app('Loopback with TLS', 'tls.example', { redirect_uris: ['https://127.0.0.1:8443/cb'] })),
  harmless(
    app('Assistant', 'assistant.example', {
      ...publicClient,
      redirect_uris: ['claude://callback'],
      allowed_origins: ['claude://app'],
    }),
    'authentication-none',
  ),
  harmless(
    app('Assistant on the web', 'assistant-web.example', {
      redirect_uris: ['claude:/oauth', 'https://assistant-web.example/cb'],
    }),
  ),
  harmless(
    app('Scanner app', 'scanner.example', {
      ...publicClient,
      redirect_uris: ['com.example.scanner:/oauth2redirect'],
    }),
    'authentication-none',
  ),
  harmless(
    app('Tablet app', 'tablet.example', { ...publicClient, redirect_uris: ['com.example.tablet://oauth'] }),
    'authentication-none',
  ),
  harmless(
    app('Phone app', 'phone.example', {
      ...publicClient,
      redirect_uris: ['https://phone.example/.well-known/app-link'],
    }),
    'authentication-none',
  ),
  harmless(app('Single page', 'spa.example', publicClient), 'authentication-none'),
  harmless(
    app('Browser extension', 'extension.example', {
      ...publicClient,
      redirect_uris: ['https://abcdefgh.extension.example/'],
    }),
    'authentication-none',
  ),
  harmless(
    app('Local development', 'dev.example', {
      ...publicClient,
      allowed_origins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
    }),
    'authentication-none',
  ),
  harmless(app('Dev on IPv6', 'dev6.example', { allowed_origins: ['http://[::1]:5173'] })),
  harmless(app('Dev by subdomain', 'devsub.example', { allowed_origins: ['http://app.localhost:5173'] })),
  harmless(
    app('Optional secret', 'optional.example', { authentication_methods: ['client_secret_post', 'none'] }),
    'authentication-optional',
  ),
  harmless(
    app('Optional in another order', 'order.example', {
      authentication_methods: ['none', 'client_secret_post'],
    }),
    'authentication-optional',
  ),
  harmless(
    app('Desktop editor', 'desk.example', {
      ...publicClient,
      redirect_uris: ['http://127.0.0.1/cb'],
      scopes: ['files:read', 'files:write'],
    }),
    'authentication-none',
    'scope-write',
  ),
];
