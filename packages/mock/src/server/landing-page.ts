import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import { pagesPath } from '@docspace-oauth/local-server';

import { textOf } from '../simulator/json.ts';
import type { Simulator } from '../simulator/simulator.ts';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}' +
  'code{background:#eee;padding:0 .25em}td,th{text-align:left;padding:.1rem 1rem .1rem 0}';
/** Nothing is loaded, no script runs, and of styles only those above count, which are in the page. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const KEYS: readonly (readonly [key: string, meaning: string])[] = [
  ['admin-1', 'an administrator, who sees all clients'],
  ['user-1', 'a user, who sees their own'],
  ['guest-1', 'a guest, who is refused'],
  ['expired-1', 'a key that is not accepted'],
  ['restricted-1', 'a key without permission'],
  ['limited-3', 'an administrator with three calls a minute'],
];
const SHOWN = 5;

/** Whether a person has opened the mock's address in a browser. No path of the API is the root. */
export function wantsLandingPage(
  method: string,
  path: string,
  { accept = '' }: IncomingHttpHeaders,
): boolean {
  return (method === 'GET' || method === 'HEAD') && path === '/' && /\btext\/html\b/u.test(accept);
}

/** What the mock is and what to try, for a person who does not know it. */
export function landingPage(
  { dialect, behavior, clients }: Simulator,
  hasExplorer: boolean,
): {
  headers: readonly (readonly [string, string])[];
  body: string;
} {
  const ids = clients.all().slice(0, SHOWN);
  const first = ids[0]?.id ?? '00000000-0000-0000-0000-000000000000';
  const publicPath =
    dialect === 'guide' ? `/api/2.0/clients/public/${first}/info` : `/api/2.0/clients/${first}/public/info`;
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mock of DocSpace's OAuth2 clients</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Mock of DocSpace's OAuth2 clients</h1>
<p>This server answers DocSpace's five read operations for OAuth2 clients with made-up data, in the <strong>${dialect}</strong> dialect. Scenario: <strong>${escaped(behavior.name)}</strong>, ${escaped(behavior.scenario.description)}</p>
<h2>To look at</h2>
<p>${
    hasExplorer
      ? `<a href="${pagesPath}">The explorer</a> shows these clients, and <a href="${pagesPath}reference/">the reference</a> the API.`
      : '<code>pnpm explorer</code>, in the repository of this mock, shows these clients as pages.'
  }</p>
<h2>Without a key</h2>
<p><a href="${escaped(publicPath)}">Public information of one client</a></p>
<h2>With a key</h2>
<p>${
    dialect === 'guide'
      ? 'Send it as <code>Authorization: Bearer admin-1</code> to <code>/api/2.0/clients</code>.'
      : 'Send it as <code>Authorization: Bearer admin-1</code> to <code>/api/2.0/security/oauth2/token</code>, and the token from there as <code>x-signature</code> to <code>/api/2.0/clients</code>.'
  }</p>
<table>
<tr><th scope="col">Key</th><th scope="col">Who that is</th></tr>
${KEYS.map(([key, meaning]) => `<tr><td><code>${key}</code></td><td>${meaning}</td></tr>`).join('\n')}
</table>
<h2>Clients</h2>
<ul>
${ids.map(({ id, record }) => `<li><code>${escaped(id)}</code> ${escaped(textOf(record['name']))}</li>`).join('\n')}
</ul>
<h2>See and change it</h2>
<ul>
<li><a href="/__mock/">State and scenarios</a></li>
<li><a href="/__mock/clients">All clients</a></li>
<li><a href="/__mock/requests">What was asked</a></li>
</ul>
<p>Everything else is in the README of the package <code>@docspace-oauth/mock</code>.</p>
</main>
</body>
</html>
`;
  const headers = [
    ['content-type', 'text/html; charset=utf-8'],
    ['Content-Security-Policy', POLICY],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cache-Control', 'no-store'],
  ] as const;
  return { headers, body };
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
