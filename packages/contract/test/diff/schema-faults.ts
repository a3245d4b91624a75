import type { Fault } from './fault.ts';

const item = '(oneOf 0).response[]';

/** Changes to schemas that do not touch each other: together they are one changed contract. */
export const schemaFaults: readonly Fault[] = [
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
      ['schemas/ClientSummary.yaml', 'minLength: 3\n    maxLength: 255', 'minLength: 3\n    maxLength: 300'],
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
    name: 'a branch of a union is removed',
    edits: [['schemas/ClientBody.yaml', '  - $ref: OAuthClient.yaml\n', '']],
    breaks: 'servers',
    subject: 'guide getClient: response 200, (oneOf 1)',
    at: ['schemas/ClientBody.yaml', 'oneOf:'],
  },
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
      ['schemas/FieldError.yaml', 'field:\n    type: string', 'field:\n    type: string\n    enum: [limit]'],
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
];
