import type { Fault } from './fault.ts';

/** Changes to operations that do not touch each other: together they are one changed contract. */
export const operationFaults: readonly Fault[] = [
  {
    name: 'the maximum of a parameter falls',
    edits: [['parameters/limit.yaml', 'maximum: 50', 'maximum: 40']],
    breaks: 'clients',
    subject: 'portal getClients: parameter limit `maximum`',
    at: ['portal.overlay.yaml', "  - target: $.paths['/api/2.0/clients'].get"],
    says: '#/components/parameters/limit/schema/maximum; parameters/limit.yaml:7; action',
  },
  {
    name: 'a parameter becomes required',
    edits: [['parameters/last_client_id.yaml', 'in: query', 'in: query\nrequired: true']],
    breaks: 'clients',
    subject: 'portal getClientsInfo: parameter last_client_id `required`',
    at: ['portal.overlay.yaml', "  - target: $.paths['/api/2.0/clients/info'].get"],
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
    name: 'a path is renamed',
    edits: [
      ['docspace-oauth.yaml', '/api/2.0/clients/public/{id}/info:', '/api/2.0/clients/shown/{id}/info:'],
      [
        'portal.overlay.yaml',
        "['/api/2.0/clients/public/{id}/info']",
        "['/api/2.0/clients/shown/{id}/info']",
      ],
    ],
    breaks: 'clients',
    subject: 'guide getPublicClientInfo: the path `key`',
    at: ['docspace-oauth.yaml', '  /api/2.0/clients/shown/{id}/info:'],
    says: 'was called "/api/2.0/clients/public/{id}/info" and is called "/api/2.0/clients/shown/{id}/info"',
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
];
