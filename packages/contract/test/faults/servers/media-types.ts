import { header, says } from './changes.ts';
import type { ServerFault } from './fault.ts';

/** A body that is not of the type that it says, or of no type that is declared. */
export const mediaTypes: readonly ServerFault[] = [
  {
    name: 'sends a page of HTML with 200',
    case: 'portal-client-record',
    rule: 'media-type',
    change: says('getClient', { headers: { 'content-type': 'text/html' }, text: '<!doctype html><p>Hello' }),
  },
  {
    name: 'sends a sign-in page of HTML with 200 in place of the list',
    case: 'guide-list',
    rule: 'media-type',
    change: says('getClients', { headers: { 'content-type': 'text/html' }, text: '<!doctype html><form>' }),
  },
  {
    name: 'sends JSON as text',
    case: 'portal-info-record',
    rule: 'media-type',
    change: header('getClientInfo', 'content-type', 'text/plain'),
  },
  {
    name: 'sends JSON without a type',
    case: 'portal-public-record',
    rule: 'media-type',
    change: header('getPublicClientInfo', 'content-type', undefined),
  },
  {
    name: 'sends a problem as any other JSON',
    case: 'guide-client-unknown-id',
    rule: 'media-type',
    change: says('getClient', ({ status }) =>
      status === 404 ? { headers: { 'content-type': 'application/json' } } : {},
    ),
  },
  {
    name: 'sends nothing with 200',
    case: 'portal-bulk-page',
    rule: 'media-type',
    change: says('getClientsInfo', { text: '' }),
  },
  {
    name: 'sends the page of a web server as JSON',
    case: 'portal-list-service-down',
    rule: 'media-type',
    change: header('getClients', 'content-type', 'application/json'),
  },
  {
    name: 'sends JSON with quotes that are none',
    case: 'guide-public-id',
    rule: 'schema',
    change: says('getPublicClientInfo', ({ text }) => ({ text: text.replaceAll('"', "'") })),
  },
  {
    name: 'sends the first half of a body as if it were all',
    case: 'portal-list-default-limit',
    rule: 'schema',
    change: says('getClients', ({ text }) => ({ text: text.slice(0, text.length / 2) })),
  },
];
