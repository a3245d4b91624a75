import type { Fields } from './changes.ts';
import { body, newest, record, rows, says, without } from './changes.ts';
import type { Change, ServerFault } from './fault.ts';

const clear = 'x7Qm2ZpL9vRt4KsWn8YbH3cJd6FgA1eU0oTi';
const withSecret = (client: Fields): Fields => ({ ...client, client_secret: clear });
const each = (clients: readonly Fields[]): Fields[] => clients.map(withSecret);

/** Shows the secret that a single read has shown before, under another name. */
function renamed(): Change {
  let secret: unknown;
  const learn = record('getClient', (client) => {
    secret = client['client_secret'];
    return client;
  });
  const tell = record('getPublicClientInfo', (client) => ({
    ...client,
    description: `Made with ${String(secret)}.`,
  }));
  return (answer, asked) => tell(learn(answer, asked), asked);
}

/** Secrets where nobody may see them, and where they are not what they should be. */
export const secrets: readonly ServerFault[] = [
  {
    name: 'shows the secret in the public information of a portal',
    case: 'portal-public-anonymous',
    rule: 'secret-leak',
    change: record('getPublicClientInfo', withSecret),
  },
  {
    name: 'shows the secret in the public information of the guide',
    case: 'guide-public-id',
    rule: 'secret-leak',
    change: record('getPublicClientInfo', withSecret),
  },
  {
    name: 'shows the secret in the information on a client',
    case: 'portal-info-record',
    rule: 'secret-leak',
    change: record('getClientInfo', withSecret),
  },
  {
    name: 'shows the secrets in bulk',
    case: 'portal-bulk-page',
    rule: 'secret-leak',
    change: rows('getClientsInfo', each),
  },
  {
    name: 'shows the secrets in the list of the guide',
    case: 'guide-list-no-secret',
    rule: 'secret-leak',
    change: rows('getClients', each),
  },
  {
    name: 'shows the secret in the basic record of the guide',
    case: 'guide-client-no-secret',
    rule: 'secret-leak',
    change: record('getClient', withSecret),
  },
  {
    name: 'shows a field for a secret, though it is null',
    case: 'portal-info-no-secret',
    rule: 'secret-leak',
    change: record('getClientInfo', (client) => ({ ...client, client_secret: null })),
  },
  {
    name: 'shows a secret by another name',
    case: 'portal-public-no-secret',
    rule: 'secret-leak',
    change: record('getPublicClientInfo', (client) => ({ ...client, clientSecret: clear })),
  },
  {
    name: 'shows a secret deep inside',
    case: 'portal-bulk-no-secret',
    rule: 'secret-leak',
    change: rows('getClientsInfo', (clients) =>
      clients.map((client) => ({ ...client, more: [withSecret({})] })),
    ),
  },
  {
    name: 'shows the secret of a client in its description',
    case: 'portal-public-no-secret',
    rule: 'secret-leak',
    change: renamed(),
  },
  {
    name: 'shows the secrets of a list in clear text',
    case: 'portal-list-secret',
    rule: 'assertion',
    change: rows('getClients', each),
  },
  {
    name: 'shows the secret of a single read encrypted',
    case: 'portal-client-secret',
    rule: 'assertion',
    change: record('getClient', (client) => ({ ...client, client_secret: 'A'.repeat(107).concat('=') })),
  },
  {
    name: 'keeps the secret of a single read to itself',
    case: 'portal-client-record',
    rule: 'schema',
    change: record('getClient', (client) => without(client, 'client_secret')),
  },
  {
    name: 'shows who made a client to anyone',
    case: 'guide-public-no-secret',
    rule: 'assertion',
    change: record('getPublicClientInfo', (client) => ({ ...client, created_by: newest })),
  },
  {
    name: 'shows where codes are sent in public information',
    case: 'portal-public-record',
    rule: 'schema',
    change: record('getPublicClientInfo', (client) => ({
      ...client,
      redirect_uris: ['https://example.com/'],
    })),
  },
  {
    name: 'shows the tenant in the information on a client',
    case: 'portal-info-record',
    rule: 'schema',
    change: record('getClientInfo', (client) => ({ ...client, tenant: 1 })),
  },
  {
    name: 'shows the secret in the problem of an unknown id',
    case: 'portal-public-unknown-id',
    rule: 'secret-leak',
    change: body('getPublicClientInfo', withSecret, 404),
  },
  {
    name: 'shows a secret beside the envelope',
    case: 'guide-public-no-secret',
    rule: 'secret-leak',
    change: says('getPublicClientInfo', ({ text, status }) =>
      status === 200 ? { text: JSON.stringify({ ...(JSON.parse(text) as Fields), secret: clear }) } : {},
    ),
  },
];
