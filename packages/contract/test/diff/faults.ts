import type { Edit } from './contract-folder.ts';

/** A change to the contract, and what has to be said of it. */
export interface Fault {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** What the base has instead of what the contract has, where the contract has nothing of the kind to begin with. */
  readonly base?: readonly Edit[];
  readonly breaks: 'clients' | 'servers' | 'both';
  /** The subject of the finding. */
  readonly subject: string;
  /** The file that the finding points to, and what stands in that line of it. */
  readonly at: readonly [file: string, line: string];
  /** What the message names beside: the pointer in the portal's bundle, or a line of the base. */
  readonly says?: string;
}

const item = '(oneOf 0).response[]';

/** Each group is one changed contract; its faults do not touch each other. */
export const faults: readonly (readonly Fault[])[] = [
  [
    {
      name: 'a property is removed',
      edits: [
        [
          'schemas/ClientSummary.yaml',
          '  is_public:\n    type: boolean\n    description: Whether users of other portals may use the client.\n',
          '',
        ],
      ],
      breaks: 'clients',
      subject: `guide getClients: response 200, ${item}.is_public`,
      at: ['schemas/ClientSummary.yaml', 'properties:'],
      says: 'schemas/ClientSummary.yaml:73 of the base',
    },
    {
      name: 'the type of a property is changed',
      edits: [['schemas/ClientSettings.yaml', 'type: boolean', 'type: string']],
      breaks: 'both',
      subject: `guide getClients: response 200, ${item}.enabled \`type\``,
      at: ['schemas/ClientSettings.yaml', '    type: string'],
    },
    {
      name: 'a property may be null',
      edits: [['schemas/ClientSummary.yaml', 'name:\n    type: string', "name:\n    type: [string, 'null']"]],
      breaks: 'clients',
      subject: `guide getClients: response 200, ${item}.name \`type\``,
      at: ['schemas/ClientSummary.yaml', "    type: [string, 'null']"],
    },
    {
      name: 'a property may be null no longer',
      edits: [
        [
          'schemas/ClientSummary.yaml',
          "terms_url:\n    type: [string, 'null']",
          'terms_url:\n    type: string',
        ],
      ],
      breaks: 'servers',
      subject: `guide getClients: response 200, ${item}.terms_url \`type\``,
      at: ['schemas/ClientSummary.yaml', '    type: string'],
    },
    {
      name: 'a property of a response becomes required',
      edits: [['schemas/Problem.yaml', 'required: [title, status]', 'required: [title, status, detail]']],
      breaks: 'servers',
      subject: 'guide getClients: response 400, the application/problem+json body `required`',
      at: ['schemas/Problem.yaml', 'required: [title, status, detail]'],
    },
    {
      name: 'a property of a response is required no longer',
      edits: [['schemas/ClientOwnership.yaml', '[created_by, modified_by]', '[created_by]']],
      breaks: 'clients',
      subject: `guide getClients: response 200, ${item} \`required\``,
      at: ['schemas/ClientSummary.yaml', 'required:'],
    },
    {
      name: 'a pattern is added to a property',
      edits: [
        [
          'schemas/ClientOwnership.yaml',
          'created_by:\n    type: string',
          "created_by:\n    type: string\n    pattern: '^u'",
        ],
      ],
      breaks: 'servers',
      subject: `guide getClients: response 200, ${item}.created_by \`pattern\``,
      at: ['schemas/ClientOwnership.yaml', "    pattern: '^u'"],
    },
    {
      name: 'a property may be longer',
      edits: [
        [
          'schemas/ClientSummary.yaml',
          'minLength: 3\n    maxLength: 255',
          'minLength: 3\n    maxLength: 300',
        ],
      ],
      breaks: 'clients',
      subject: `guide getClients: response 200, ${item}.name \`maxLength\``,
      at: ['schemas/ClientSummary.yaml', '    maxLength: 300'],
    },
    {
      name: 'the minimum of a property rises',
      edits: [['schemas/portal/Cursor.yaml', 'minimum: 1', 'minimum: 2']],
      breaks: 'servers',
      subject: 'portal getClients: response 200, limit `minimum`',
      at: ['portal.overlay.yaml', "  - target: $.paths['/api/2.0/clients'].get"],
      says: '#/components/schemas/ClientPage/properties/limit/minimum; schemas/portal/Cursor.yaml:',
    },
    {
      name: 'the maximum of a parameter falls',
      edits: [['parameters/limit.yaml', 'maximum: 50', 'maximum: 40']],
      breaks: 'clients',
      subject: 'portal getClients: parameter limit `maximum`',
      at: ['portal.overlay.yaml', "  - target: $.paths['/api/2.0/clients'].get"],
      says: '#/components/parameters/limit/schema/maximum; parameters/limit.yaml:7; action 17',
    },
    {
      name: 'a parameter becomes required',
      edits: [['parameters/last_client_id.yaml', 'in: query', 'in: query\nrequired: true']],
      breaks: 'clients',
      subject: 'portal getClients: parameter last_client_id `required`',
      at: ['portal.overlay.yaml', "  - target: $.paths['/api/2.0/clients'].get"],
      says: 'parameters/last_client_id.yaml:3',
    },
    {
      name: 'a parameter is required no longer',
      edits: [['parameters/required-limit.yaml', 'required: true', 'required: false']],
      breaks: 'servers',
      subject: 'portal getClientsInfo: parameter limit `required`',
      at: ['portal.overlay.yaml', "  - target: $.paths['/api/2.0/clients/info'].get"],
      says: 'parameters/required-limit.yaml:3',
    },
    {
      name: 'a status is removed',
      edits: [['paths/getClients.yaml', "    '404':\n      $ref: ../responses/RouteNotFound.yaml\n", '']],
      breaks: 'clients',
      subject: 'guide getClients: response 404',
      at: ['paths/getClients.yaml', '  responses:'],
      says: 'paths/getClients.yaml:36 of the base',
    },
    {
      name: 'a header of a response is removed',
      edits: [
        [
          'paths/getClientsInfo.yaml',
          '        X-Ratelimit-Reset:\n          $ref: ../headers/X-Ratelimit-Reset.yaml\n',
          '',
        ],
      ],
      breaks: 'clients',
      subject: 'guide getClientsInfo: response 200, header X-Ratelimit-Reset',
      at: ['paths/getClientsInfo.yaml', '      headers:'],
    },
    {
      name: 'the security of an operation is dropped',
      edits: [['paths/getClientsInfo.yaml', 'security:\n    - apiKey: []', 'security: []']],
      breaks: 'servers',
      subject: 'guide getClientsInfo: security 0',
      at: ['paths/getClientsInfo.yaml', '  security: []'],
    },
    {
      name: 'a branch of a union is removed',
      edits: [['schemas/ClientBody.yaml', '  - $ref: OAuthClient.yaml\n', '']],
      breaks: 'servers',
      subject: 'guide getClient: response 200, (oneOf 1)',
      at: ['schemas/ClientBody.yaml', 'oneOf:'],
    },
    {
      name: 'a path is renamed',
      edits: [['portal.overlay.yaml', '/api/2.0/clients/{id}/public/info:', '/api/2.0/clients/{id}/shown:']],
      breaks: 'clients',
      subject: 'portal getPublicClientInfo: the path `key`',
      at: ['portal.overlay.yaml', '  - target: $.paths'],
      says: 'was called "/api/2.0/clients/{id}/public/info" and is called "/api/2.0/clients/{id}/shown"',
    },
  ],
  [
    {
      name: 'an enum is narrowed',
      base: [
        [
          'schemas/Envelope.yaml',
          'action:\n          type: string',
          'action:\n          type: string\n          enum: [GET, PUT]',
        ],
      ],
      edits: [
        [
          'schemas/Envelope.yaml',
          'action:\n          type: string',
          'action:\n          type: string\n          enum: [GET]',
        ],
      ],
      breaks: 'servers',
      subject: 'guide getClients: response 200, (oneOf 0).links[].action `enum`',
      at: ['schemas/Envelope.yaml', '          enum: [GET]'],
      says: 'no longer lists "PUT"',
    },
    {
      name: 'an enum is widened',
      base: [
        [
          'schemas/FieldError.yaml',
          'field:\n    type: string',
          'field:\n    type: string\n    enum: [limit]',
        ],
      ],
      edits: [
        [
          'schemas/FieldError.yaml',
          'field:\n    type: string',
          'field:\n    type: string\n    enum: [limit, ids]',
        ],
      ],
      breaks: 'clients',
      subject: 'guide getClients: response 400, errors[].field `enum`',
      at: ['schemas/FieldError.yaml', '    enum: [limit, ids]'],
      says: 'now lists "ids"',
    },
    {
      name: 'a format is added',
      edits: [
        ['schemas/Problem.yaml', 'detail:\n    type: string', 'detail:\n    type: string\n    format: uuid'],
      ],
      breaks: 'servers',
      subject: 'guide getClients: response 400, detail `format`',
      at: ['schemas/Problem.yaml', '    format: uuid'],
    },
    {
      name: 'an object takes no other properties any more',
      edits: [['schemas/FieldError.yaml', 'type: object', 'type: object\nadditionalProperties: false']],
      breaks: 'servers',
      subject: 'guide getClients: response 400, errors[] `additionalProperties`',
      at: ['schemas/FieldError.yaml', 'additionalProperties: false'],
    },
    {
      name: 'a branch is added to a union',
      base: [['schemas/ClientInfoBody.yaml', '  - $ref: ClientInfo.yaml\n', '']],
      edits: [],
      breaks: 'clients',
      subject: 'guide getClientInfo: response 200, (oneOf 1)',
      at: ['schemas/ClientInfoBody.yaml', '  - $ref: ClientInfo.yaml'],
    },
    {
      name: 'an operation gets another id',
      edits: [['paths/getClient.yaml', 'operationId: getClient', 'operationId: readClient']],
      breaks: 'both',
      subject: 'guide readClient: the operation `operationId`',
      at: ['paths/getClient.yaml', '  operationId: readClient'],
    },
    {
      name: 'a server is changed',
      edits: [['docspace-oauth.yaml', 'https://yourportal.onlyoffice.com', 'https://yourportal.example.com']],
      breaks: 'both',
      subject: 'guide contract: servers.0 `url`',
      at: ['docspace-oauth.yaml', '  - url: https://yourportal.example.com'],
    },
    {
      name: 'the API key travels otherwise',
      edits: [['docspace-oauth.yaml', 'scheme: bearer', 'scheme: basic']],
      breaks: 'both',
      subject: 'guide contract: components.securitySchemes.apiKey `scheme`',
      at: ['docspace-oauth.yaml', '      scheme: basic'],
    },
    {
      name: 'the header of the token is renamed',
      edits: [['portal.overlay.yaml', 'name: x-signature', 'name: x-token']],
      breaks: 'both',
      subject: 'portal contract: components.securitySchemes.signature `name`',
      at: ['portal.overlay.yaml', '  - target: $.components.securitySchemes'],
      says: '#/components/securitySchemes/signature/name; portal.overlay.yaml:37',
    },
    {
      name: 'an action of the overlay is removed',
      edits: [
        [
          'portal.overlay.yaml',
          "  - target: $.paths['/api/2.0/clients','/api/2.0/clients/info'].get.responses\n    update:\n      '400': { $ref: responses/portal/BadPage.yaml }\n",
          '',
        ],
      ],
      breaks: 'clients',
      subject: 'portal getClientsInfo: response 400',
      at: [
        'portal.overlay.yaml',
        "  - target: $.paths.*.get.responses['200','400','401','403','404','429','500']",
      ],
      says: "portal.overlay.yaml:84 of the base; action 16 of the overlay, $.paths['/api/2.0/clients','/api/2.0/clients/info'].get.responses",
    },
    {
      name: 'the media type of a response is changed',
      edits: [['responses/MissingIds.yaml', 'application/problem+json:', 'application/vnd.problem+json:']],
      breaks: 'clients',
      subject: 'guide getClientsInfo: response 400, application/vnd.problem+json `key`',
      at: ['responses/MissingIds.yaml', '  application/vnd.problem+json:'],
    },
    {
      name: 'an operation is removed',
      edits: [
        [
          'portal.overlay.yaml',
          '      /api/2.0/security/oauth2/token:\n        $ref: paths/portal/generateJwtToken.yaml\n',
          '',
        ],
      ],
      breaks: 'clients',
      subject: 'portal generateJwtToken: the path',
      at: ['portal.overlay.yaml', '  - target: $.paths'],
      says: 'of the base; action 23 of the overlay, $.paths',
    },
    {
      name: 'an operation needs a token',
      edits: [['paths/portal/getPublicClientInfo.yaml', 'security: []', 'security: [{ signature: [] }]']],
      breaks: 'clients',
      subject: 'portal getPublicClientInfo: security 0',
      at: ['portal.overlay.yaml', '  - target: $.paths'],
      says: 'paths/portal/getPublicClientInfo.yaml:12; action 22 of the overlay, $.paths',
    },
    {
      name: 'a parameter is removed',
      edits: [
        [
          'portal.overlay.yaml',
          '        - $ref: parameters/limit.yaml\n        - $ref: parameters/last_client_id.yaml\n',
          '        - $ref: parameters/limit.yaml\n',
        ],
      ],
      breaks: 'clients',
      subject: 'portal getClients: parameter last_client_id',
      at: ['portal.overlay.yaml', "  - target: $.paths['/api/2.0/clients'].get"],
    },
    {
      name: 'a parameter is renamed',
      edits: [['parameters/ids.yaml', 'name: ids', 'name: id']],
      breaks: 'clients',
      subject: 'guide getClientsInfo: parameter id `name`',
      at: ['parameters/ids.yaml', 'name: id'],
    },
    {
      name: 'a parameter is written otherwise',
      edits: [['parameters/ids.yaml', 'explode: true', 'explode: false']],
      breaks: 'both',
      subject: 'guide getClientsInfo: parameter id `explode`',
      at: ['parameters/ids.yaml', 'explode: false'],
    },
  ],
];
