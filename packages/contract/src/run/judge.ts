import type { ContractOperation, SchemaError } from '@docspace-oauth/openapi';
import { responsePointer, toPointer } from '@docspace-oauth/openapi';
import { clean } from '@docspace-oauth/terminal/text';
import type { Contract } from '../contract.ts';
import type { TargetResponse } from '../target/target.ts';
import type { Violation } from './violation.ts';
import { walkBody } from './walk-body.ts';

/** So many mistakes of one body are told; more of them help nobody to mend the first. */
const told = 5;
/** A name from a server may have any length. */
const longest = 80;

/** What is wrong with a response by the contract alone, whatever was asked. */
export function judge(
  contract: Contract,
  operation: ContractOperation,
  response: TargetResponse,
): Violation[] {
  const { status } = response;
  const declared = operation.responses.get(status);
  if (!declared) {
    const known = [...operation.responses.keys()].join(', ');
    const message = `${operation.operationId} answered ${status}, which the contract does not declare (${known}).`;
    return [{ rule: 'status-undeclared', message }];
  }
  return [...judgeBody(contract, operation, response), ...judgeHeaders(contract, operation, response)];
}

function judgeBody(contract: Contract, operation: ContractOperation, response: TargetResponse): Violation[] {
  const { operationId, responses } = operation;
  const { status, text, body, mediaType, brokenJson } = response;
  const types = Object.keys(responses.get(status)?.content ?? {});
  const what = `${operationId} ${status}`;
  if (text === '') {
    // "No body" is declared by no content at all, or beside others by an empty text. It has any media type or none.
    const empty = types.some((type) => contract.checks.body(operationId, status, type, '')?.length === 0);
    if (types.length === 0 || empty) return [];
    return [{ rule: 'media-type', message: `${what} has no body; expected ${types.join(' or ')}.` }];
  }
  if (types.length === 0) {
    return [{ rule: 'media-type', message: `${what} has a body; the contract declares none.` }];
  }
  const errors =
    mediaType === undefined ? undefined : contract.checks.body(operationId, status, mediaType, body);
  if (mediaType === undefined || errors === undefined) {
    const came = mediaType === undefined ? 'no media type' : clean(mediaType).slice(0, longest);
    return [{ rule: 'media-type', message: `${what} came as ${came}; expected ${types.join(' or ')}.` }];
  }
  if (brokenJson) {
    return [
      { rule: 'schema', message: `${what} says that it is JSON, and its body is none or was cut off.` },
    ];
  }
  const drift = undeclaredFields(contract, operation, response);
  return [...schemaViolations(what, errors), ...drift];
}

function judgeHeaders(
  { checks }: Contract,
  { operationId, responses }: ContractOperation,
  { status, headers }: TargetResponse,
): Violation[] {
  return Object.keys(responses.get(status)?.headers ?? {}).flatMap((name): Violation[] => {
    const value = headers.get(name.toLowerCase());
    const [error] = (value !== undefined && checks.header(operationId, status, name, value)) || [];
    if (!error) return [];
    return [{ rule: 'header', message: `${operationId} ${status}: the header ${name} ${error.message}.` }];
  });
}

/** The mistakes that say most: each once, however many items of a list have it. */
function schemaViolations(what: string, errors: readonly SchemaError[]): Violation[] {
  const deeper = errors.some(({ pointer }) => pointer !== '');
  const telling = errors.filter(
    ({ pointer, keyword, params }) =>
      // A body that may be in an envelope fails both ways; the way that fails deeper is the one that was meant.
      keyword !== 'oneOf' &&
      // The name that is wrong has an error of its own.
      keyword !== 'propertyNames' &&
      !(deeper && pointer === '') &&
      !(keyword === 'required' && params['missingProperty'] === 'response'),
  );
  const groups = new Map<string, { error: SchemaError; count: number }>();
  for (const error of telling.length > 0 ? telling : errors) {
    const key = `${error.pointer.replaceAll(/\/\d+(?=\/|$)/gu, '/*')} ${error.message} ${error.propertyName ?? ''}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { error, count: 1 });
  }
  return [...groups.values()].slice(0, told).map(({ error, count }) => {
    const { pointer, message, propertyName } = error;
    const isSecret = propertyName !== undefined && /secret/iu.test(propertyName);
    const subject = propertyName === undefined ? '' : `the field ${clean(propertyName)} `;
    const others = count > 1 ? ` (${count} times in this body)` : '';
    return {
      rule: isSecret ? 'secret-leak' : 'schema',
      message: isSecret
        ? `${what} has a field ${clean(propertyName)}, which the contract forbids here${others}.`
        : `${what}, at ${pointer === '' ? 'the whole body' : clean(pointer)}: ${subject}${message}${others}.`,
      pointer: clean(propertyName === undefined ? pointer : pointer + toPointer(propertyName)),
    };
  });
}

/** Fields that no schema knows: the first of each name. */
function undeclaredFields(
  contract: Contract,
  operation: ContractOperation,
  response: TargetResponse,
): Violation[] {
  const { document } = contract;
  const { status, mediaType = '', body } = response;
  const base = responsePointer(document, operation.path, status);
  const found = new Map<string, Violation>();
  walkBody(document, base + toPointer('content', mediaType, 'schema'), body, {
    object({ name, schema, value, pointer }) {
      const known = schema['properties'] ?? {};
      for (const field of Object.keys(value)) {
        if (Object.hasOwn(known, field) || isForbidden(schema, field)) continue;
        const shown = clean(field).slice(0, longest);
        const key = `${name} ${shown}`;
        if (found.has(key)) continue;
        found.set(key, {
          rule: 'drift',
          message: `${operation.operationId} ${status} has a field ${shown} that ${name} does not declare.`,
          pointer: clean(pointer + toPointer(shown)),
        });
      }
    },
  });
  return [...found.values()].slice(0, 20);
}

/** What the schema forbids by name is a violation already. */
function isForbidden(schema: object, field: string): boolean {
  const { propertyNames } = schema as { propertyNames?: { not?: { enum?: readonly string[] } } };
  return propertyNames?.not?.enum?.includes(field) ?? false;
}
