import type { Dialect } from '@docspace-oauth/openapi';

/** Responses of the mock that are not plain Prism's on purpose. */
interface Deviations {
  readonly why: string;
  /** `request | what the mock answers | what Prism answers | operations` */
  readonly rows: readonly string[];
}

const dynamic = 'The mock serves the data that it has. Prism makes up random bodies if it is asked to.';
const known =
  'The mock knows its clients and answers for the id that was asked for. Prism sends its first example, whatever the id.';
const roles = 'The mock knows roles: a guest may read public information only. Prism takes any credential.';
const instance =
  'In a problem, the mock names the path of the request. Prism sends the example as it is written.';
const cors =
  'The mock allows every method to pages of other origins. Prism allows the one that was asked for.';
const corsResponse =
  'Which headers a page may send is said by the preflight. Prism repeats it on every response.';
const control = 'The mock has a control endpoint.';

/** Everything in which the mock and plain Prism differ, and why. A difference that is not listed here is a fault. */
export const deviations: Readonly<Record<Dialect, readonly Deviations[]>> = {
  guide: [
    {
      why: known,
      rows: [
        'id is 5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716 | 200 json crm-bridge | 200 json calendar-sync | getClient getClientInfo getPublicClientInfo',
        'id is 00000000-0000-4000-8000-000000000000 | 404 problem+json unknown-id | 200 json calendar-sync | getClient getClientInfo getPublicClientInfo',
        'id is not-a-uuid | 404 problem+json unknown-id | 200 json calendar-sync | getClient getClientInfo getPublicClientInfo',
        'nothing special | 200 json single | 200 json several | getClientsInfo',
        'from a page of another origin | 200 json single | 200 json several | getClientsInfo',
        'ids is 5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716 | 200 json another body | 200 json several | getClientsInfo',
        'ids is not-a-uuid | 200 json empty | 200 json several | getClientsInfo',
      ],
    },
    {
      why: roles,
      rows: [
        'as a guest | 403 problem+json guest | 200 json several | getClients getClientsInfo',
        'as a guest | 403 problem+json guest | 200 json calendar-sync | getClient getClientInfo',
      ],
    },
    {
      why: 'A blank id is another mistake than a missing one, and the mock picks the example that says so.',
      rows: [
        'ids breaks items/pattern | 400 problem+json blank-id | 400 problem+json missing-ids | getClientsInfo',
      ],
    },
    {
      why: instance,
      rows: [
        'without a credential | instance: the path of the request | instance: the path of the example | getClient getClientInfo getClientsInfo',
        'with an invalid credential | instance: the path of the request | instance: the path of the example | getClient getClientInfo getClientsInfo',
        'id breaks pattern | instance: the path of the request | instance: the path of the example | getClientInfo getPublicClientInfo',
        'a trailing slash | instance: the path of the request | instance: the path of the example | getClients',
      ],
    },
    {
      why: 'The mock answers HEAD as GET without the body, and says which methods it allows. Prism refuses HEAD, and names none.',
      rows: [
        'method HEAD | 200 json without a body | 405 problem+json without a body | getClients getClient getClientInfo getPublicClientInfo getClientsInfo',
        'method POST | allow: GET, HEAD | allow: none | getClients getClient getClientInfo getPublicClientInfo getClientsInfo',
      ],
    },
    {
      why: dynamic,
      rows: [
        'Prefer: dynamic=true | 200 json several | 200 json another body | getClients',
        'Prefer: dynamic=true | 200 json calendar-sync | 200 json another body | getClient getClientInfo getPublicClientInfo',
        'Prefer: dynamic=true | 200 json single | 200 json another body | getClientsInfo',
      ],
    },
    {
      why: cors,
      rows: [
        'a preflight of CORS | access-control-allow-methods: GET, PUT, POST, DELETE | access-control-allow-methods: GET | getClients getClient getClientInfo getPublicClientInfo getClientsInfo',
      ],
    },
    {
      why: corsResponse,
      rows: [
        'from a page of another origin | access-control-allow-headers: none | access-control-allow-headers: * | getClients getClient getClientInfo getPublicClientInfo',
      ],
    },
    {
      why: control,
      rows: ['GET /__mock/ | 200 json another body | 404 problem+json another body | no operation'],
    },
  ],
  portal: [
    {
      why: known,
      rows: [
        'id is 5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716 | 200 json crm-bridge | 200 json calendar-sync | getClient getClientInfo getPublicClientInfo',
        'id is 00000000-0000-4000-8000-000000000000 | 404 problem+json unknown-id | 200 json calendar-sync | getClient getClientInfo getPublicClientInfo',
        'id is not-a-uuid | 404 problem+json unknown-id | 200 json calendar-sync | getClient getClientInfo getPublicClientInfo',
      ],
    },
    {
      why: 'The mock serves pages of the size that was asked for. Prism sends its first example of a page.',
      rows: [
        'limit is 2 | 200 json another body | 200 json several | getClients getClientsInfo',
        'nothing special | 200 json first | 200 json several | getClientsInfo',
        'from a page of another origin | 200 json first | 200 json several | getClientsInfo',
      ],
    },
    {
      why: 'The mock signs a token for the user of the API key. Prism sends an example of a token.',
      rows: [
        'nothing special | 200 json another body | 200 json token | generateJwtToken',
        'from a page of another origin | 200 json another body | 200 json token | generateJwtToken',
        'as a guest | 200 json another body | 200 json token | generateJwtToken',
      ],
    },
    {
      why: 'A portal answers 403 without a body to a missing token. Prism sends a 401 that the contract does not have.',
      rows: [
        'without a credential | 403 without a body | 401 problem+json another body | getClients getClient getClientInfo getClientsInfo',
      ],
    },
    {
      why: 'The mock checks the signature of a token, also where none is needed, as a portal does. Prism takes any text.',
      rows: [
        'with an invalid credential | 403 without a body | 200 json several | getClients getClientsInfo',
        'with an invalid credential | 403 without a body | 200 json calendar-sync | getClient getClientInfo getPublicClientInfo',
      ],
    },
    {
      why: roles,
      rows: [
        'as a guest | 403 problem+json guest | 200 json several | getClients getClientsInfo',
        'as a guest | 403 problem+json guest | 200 json calendar-sync | getClient getClientInfo',
      ],
    },
    {
      why: 'A portal fails with 500 on text that it cannot parse. Prism knows only the 400 of a broken constraint.',
      rows: [
        'limit breaks type | 500 problem+json database | 400 problem+json limit-out-of-range | getClients getClientsInfo',
        'last_created_on breaks pattern | 500 problem+json database | 400 problem+json limit-out-of-range | getClients getClientsInfo',
      ],
    },
    {
      why: 'A missing limit is another mistake than one out of range, and the mock picks the example that says so.',
      rows: [
        'limit breaks required | 400 problem+json missing-limit | 400 problem+json limit-out-of-range | getClientsInfo',
      ],
    },
    {
      why: 'The mock tells violations in its log. A response of the portal dialect has only what a portal sends.',
      rows: [
        'limit breaks minimum | sl-violations: none | sl-violations: [{"location":["request","query","limit"],"severity":"Error","code":"minimum","message":"Request query parameter limit must be >= 1"}] | getClients',
        'limit breaks maximum | sl-violations: none | sl-violations: [{"location":["request","query","limit"],"severity":"Error","code":"maximum","message":"Request query parameter limit must be <= 50"}] | getClients',
        String.raw`id breaks pattern | sl-violations: none | sl-violations: [{"location":["request","path","id"],"severity":"Error","code":"pattern","message":"Request path parameter id must match pattern \"^[^\\s/\\\\]+$\""}] | getClient`,
        'without a credential | sl-violations: none | sl-violations: [{"location":["request"],"severity":"Error","code":401,"message":"Invalid security scheme used"}] | generateJwtToken',
        'with an invalid credential | sl-violations: none | sl-violations: [{"location":["request"],"severity":"Error","code":401,"message":"Invalid security scheme used"}] | generateJwtToken',
      ],
    },
    {
      why: 'An empty body has no media type on the wire. Prism sends the one that it was asked by.',
      rows: [
        'Prefer: 403 signature | 403 without a body | 403 text/plain without a body | getClients getClient getClientInfo getClientsInfo',
        'Prefer: 429 user-limit | 429 without a body | 429 text/plain without a body | getClients getClient getClientInfo getClientsInfo getPublicClientInfo',
        'Prefer: 404 feed | 404 without a body | 404 text/plain without a body | getClient getClientInfo getPublicClientInfo',
        'Prefer: 403 missing-scope | 403 without a body | 403 text/plain without a body | generateJwtToken',
        'Prefer: 404 old-portal | 404 without a body | 404 text/plain without a body | generateJwtToken',
      ],
    },
    {
      why: 'A portal serves the same operations beneath a second prefix, which the contract does not have.',
      rows: [
        'the prefix oauth2 | 200 json several | 404 problem+json another body | getClients',
        'the prefix oauth2 | 200 json calendar-sync | 404 problem+json another body | getClient getClientInfo getPublicClientInfo',
        'the prefix oauth2 | 200 json first | 404 problem+json another body | getClientsInfo',
      ],
    },
    {
      why: 'A portal answers 403 without a body for each path, method and media type that it does not serve.',
      rows: [
        'Accept: text/html | 403 without a body | 406 problem+json another body | getClients getClient getClientInfo getClientsInfo getPublicClientInfo',
        'method POST | 403 without a body | 405 problem+json another body | getClients getClient getClientInfo getClientsInfo getPublicClientInfo',
        'a trailing slash | 403 without a body | 400 problem+json another body | getClients',
        'upper case | 403 without a body | 404 problem+json another body | getClients getClient getClientInfo getClientsInfo getPublicClientInfo generateJwtToken',
        'a trailing slash | 403 without a body | 404 problem+json another body | getClient getClientInfo getClientsInfo getPublicClientInfo generateJwtToken',
        'GET / | 403 without a body | 404 problem+json another body | no operation',
        'GET /api/2.0/other | 403 without a body | 404 problem+json another body | no operation',
      ],
    },
    {
      why: 'A portal answers HEAD as GET without the body. Prism refuses it.',
      rows: [
        'method HEAD | 200 json without a body | 405 problem+json without a body | getClients getClient getClientInfo getClientsInfo getPublicClientInfo',
      ],
    },
    {
      why: 'The token endpoint is another server: it looks at no Accept, and refuses other methods with an empty 405.',
      rows: [
        'Accept: text/html | 200 json another body | 406 problem+json another body | generateJwtToken',
        'method HEAD | 405 without a body | 405 problem+json without a body | generateJwtToken',
        'method POST | 405 without a body | 405 problem+json another body | generateJwtToken',
      ],
    },
    {
      why: instance,
      rows: [
        'id breaks pattern | instance: the path of the request | instance: the path of the example | getClientInfo getPublicClientInfo',
        'limit breaks minimum | instance: the path of the request | instance: the path of the example | getClientsInfo',
        'limit breaks maximum | instance: the path of the request | instance: the path of the example | getClientsInfo',
      ],
    },
    {
      why: dynamic,
      rows: [
        'Prefer: dynamic=true | 200 json several | 200 json another body | getClients',
        'Prefer: dynamic=true | 200 json calendar-sync | 200 json another body | getClient getClientInfo getPublicClientInfo',
        'Prefer: dynamic=true | 200 json first | 200 json another body | getClientsInfo',
      ],
    },
    {
      why: cors,
      rows: [
        'a preflight of CORS | access-control-allow-methods: GET, PUT, POST, DELETE | access-control-allow-methods: GET | getClients getClient getClientInfo getClientsInfo getPublicClientInfo generateJwtToken',
      ],
    },
    {
      why: corsResponse,
      rows: [
        'from a page of another origin | access-control-allow-headers: none | access-control-allow-headers: * | getClients getClient getClientInfo getPublicClientInfo',
      ],
    },
    {
      why: control,
      rows: ['GET /__mock/ | 200 json another body | 404 problem+json another body | no operation'],
    },
  ],
};
