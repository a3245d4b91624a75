import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { follow, toPointer, valueAt, type Contract } from './contract.ts';
import { below, findings, type Finding } from './findings.ts';
import type { Match, Operation } from './operations.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** Where a request or an answer departs from the portal's contract. */
export interface Violation extends Finding {
  readonly operationId: string;
  readonly direction: 'request' | 'response';
  /** The status of the answer. */
  readonly status?: number;
}

export interface ContractCheck {
  request(match: Match): Violation[];
  response(operation: Operation, answer: UpstreamAnswer): Violation[];
}

type Content = Readonly<Record<string, unknown>>;

interface ContractResponse {
  readonly headers?: Content;
  readonly content?: Content;
}

export function createContractCheck(contract: Contract): ContractCheck {
  const id = 'https://contract.invalid/portal.json';
  // An OpenAPI document is no schema, only a place that schemas stand in: its own keywords are not Ajv's business.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema({ ...contract, $id: id });

  const schemaAt = (pointer: string): AnySchema => ({ $ref: `${id}#${encodeURI(pointer)}` });
  const compiled = new Map<string, ValidateFunction>();
  function check(key: string, schema: () => AnySchema, data: unknown): Finding[] {
    const validate = compiled.get(key) ?? ajv.compile(schema());
    compiled.set(key, validate);
    return validate(data) ? [] : findings(validate.errors ?? []);
  }

  function checkRequest({ operation, path, query }: Match): Finding[] {
    const schema = (): AnySchema => {
      const part = (place: string): AnySchema => {
        const own = operation.parameters.filter((parameter) => parameter.in === place);
        return {
          type: 'object',
          properties: Object.fromEntries(
            own.map((parameter) => [parameter.name, schemaAt(parameter.schema)]),
          ),
          required: own.filter(({ required }) => required).map(({ name }) => name),
          additionalProperties: false,
        };
      };
      return { type: 'object', properties: { path: part('path'), query: part('query') } };
    };
    const values: Record<string, unknown> = {};
    for (const name of new Set(query.keys())) {
      const declared = operation.parameters.find((known) => known.in === 'query' && known.name === name);
      const [value = '', ...more] = query.getAll(name);
      values[name] = more.length > 0 ? query.getAll(name) : typed(declared?.schema, value);
    }
    return check(operation.id, schema, { path, query: values });
  }

  function checkResponse({ id: operationId, path }: Operation, answer: UpstreamAnswer): Finding[] {
    const status = String(answer.status);
    if (!Object.hasOwn(contract.paths[path]?.get.responses ?? {}, status)) {
      return [{ pointer: '/status', message: `${status} is not in the contract` }];
    }
    const response = follow(contract, toPointer('paths', path, 'get', 'responses', status));
    const { headers = {}, content = {} } = valueAt(contract, response) as ContractResponse;
    const bodySchema = (type: string): AnySchema =>
      schemaAt(`${response}${toPointer('content', type, 'schema')}`);
    const key = `${operationId} ${status}`;

    const headerFindings = Object.keys(headers).flatMap((name) => {
      const value = answer.headers.get(name);
      if (value === null) return [];
      const schema = `${follow(contract, response + toPointer('headers', name))}/schema`;
      const data = typed(schema, value);
      return below(
        `/headers/${name.toLowerCase()}`,
        check(`${key} ${name}`, () => schemaAt(schema), data),
      );
    });
    const checkBody = (type: string, body: unknown): Finding[] =>
      below(
        '/body',
        check(`${key} ${type}`, () => bodySchema(type), body),
      );
    return [...headerFindings, ...bodyFindings(Object.keys(content), answer, checkBody)];
  }

  /** The number that a parameter or a header stands for, where the contract wants one. */
  function typed(schema: string | undefined, text: string): unknown {
    const type = schema === undefined ? undefined : (valueAt(contract, schema) as { type?: unknown }).type;
    return type === 'integer' && /^-?\d+$/u.test(text) ? Number(text) : text;
  }

  return {
    request: (match) =>
      checkRequest(match).map((finding) => ({
        operationId: match.operation.id,
        direction: 'request',
        ...finding,
      })),
    response: (operation, answer) =>
      checkResponse(operation, answer).map((finding) => ({
        operationId: operation.id,
        direction: 'response',
        status: answer.status,
        ...finding,
      })),
  };
}

function bodyFindings(
  types: readonly string[],
  { headers, body }: UpstreamAnswer,
  checkBody: (type: string, body: unknown) => Finding[],
): Finding[] {
  if (body.length === 0) {
    // "No body" stands in the contract as no content or as an empty text; the type on the wire then says nothing.
    const allowed = types.length === 0 || types.some((type) => checkBody(type, '').length === 0);
    return allowed ? [] : [{ pointer: '/body', message: 'must not be empty' }];
  }
  const type = (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
  if (!types.includes(type)) {
    const shown = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/u.test(type) ? type : 'this media type';
    return [{ pointer: '/headers/content-type', message: `${shown} is not in the contract for this status` }];
  }
  const text = body.toString('utf8');
  if (!/[/+]json$/u.test(type)) return checkBody(type, text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ pointer: '/body', message: 'must be JSON' }];
  }
  return checkBody(type, value);
}
