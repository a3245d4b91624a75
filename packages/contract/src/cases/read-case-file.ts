import { readFile } from 'node:fs/promises';
import type { Dialect } from '@docspace-oauth/openapi';
import { keysOf } from '@docspace-oauth/openapi';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Document } from 'yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Assertion, Case, CaseRequest, HeaderRule } from './case.ts';
import { CaseError } from './case-error.ts';
import { caseFileSchema } from './case-schema.ts';

/** A case as it is written. */
type Written = Partial<Omit<Case, 'request' | 'expect' | 'prefer'>> &
  Pick<Case, 'id' | 'title'> & {
    readonly request?: Partial<CaseRequest>;
    readonly expect?: {
      readonly status?: number | readonly number[];
      readonly empty?: boolean;
      readonly headers?: Readonly<Record<string, HeaderRule>>;
      readonly body?: readonly Assertion[];
    };
    readonly prefer?: { readonly status: number; readonly examples?: readonly string[] };
  };

const regex = (text: string): boolean => {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
};
const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
});
ajv.addFormat('regex', regex);
const validate = ajv.compile(caseFileSchema);

/** Reads a file of cases. A mistake in it is a CaseError with line and column; `name` is how the file is called there. */
export async function readCaseFile(path: string, name: string): Promise<Case[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CaseError(`${name} cannot be read.`, { cause });
  });
  return parseCases(text, name);
}

export function parseCases(text: string, name: string): Case[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const [broken] = document.errors;
  if (broken) throw new CaseError(`${at(broken.pos[0])}: ${broken.message}`);
  const content = contentOf(document, name);
  if (!validate(content)) {
    const error = tellingError(validate.errors ?? []);
    if (!error) throw new CaseError(`${name}: this is no file of cases.`);
    const { keys, sentence } = explain(error);
    throw new CaseError(`${at(offsetOf(document, keys))}: ${sentence}`);
  }
  const { dialect, operation, cases } = content as { dialect: Dialect; operation: string; cases: Written[] };
  return cases.map((written, index) => {
    const { line, col } = lines.linePos(offsetOf(document, ['cases', String(index)]));
    return complete(written, dialect, operation, { file: name, line, column: col });
  });
}

function contentOf(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // Aliases of aliases, by which a small file becomes a huge one.
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CaseError(`${name}:1:1: ${reason}.`, { cause });
  }
}

/** The mistake to mend first: a misspelt field explains why another one is missing, and a deep one why its parent is wrong. */
function tellingError(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const weight = ({ keyword, schemaPath, instancePath }: ErrorObject): number => {
    const isAlternative = /\/(?:oneOf|anyOf)\/\d/u.test(schemaPath);
    return (
      (keyword === 'additionalProperties' ? 100 : 0) + keysOf(instancePath).length - (isAlternative ? 50 : 0)
    );
  };
  return errors.toSorted((a, b) => weight(b) - weight(a))[0];
}

/** Where a mistake stands, and what it is. */
function explain({ instancePath, keyword, params, message = 'is wrong' }: ErrorObject): {
  keys: string[];
  sentence: string;
} {
  const keys = keysOf(instancePath);
  const where = keys.length > 0 ? `"${keys.join('.')}"` : 'the file';
  const { additionalProperty, allowedValues } = params as {
    additionalProperty?: string;
    allowedValues?: readonly unknown[];
  };
  if (keyword === 'additionalProperties' && additionalProperty !== undefined) {
    return {
      keys: [...keys, additionalProperty],
      sentence: `${where} has an unknown field "${additionalProperty}".`,
    };
  }
  if (keyword === 'oneOf') {
    return { keys, sentence: `${where} needs exactly one of "expect", "prefer" and "procedure".` };
  }
  const allowed = allowedValues ? `: ${allowedValues.join(', ')}` : '';
  return { keys, sentence: `${where} ${message}${allowed}.` };
}

function offsetOf(document: Document, keys: readonly string[]): number {
  const path = keys.map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
  for (let length = path.length; length >= 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    // The place of a field is that of its name, not that of its value.
    const items: unknown[] = isNode(parent) && 'items' in parent ? (parent.items as unknown[]) : [];
    const pair = items.find(
      (item) => typeof key === 'string' && String((item as { key?: unknown }).key) === key,
    ) as { key: { range?: readonly number[] } } | undefined;
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = pair?.key.range ?? (isNode(node) ? node.range : undefined);
    if (range?.[0] !== undefined) return range[0];
  }
  return 0;
}

function complete(written: Written, dialect: Dialect, operation: string, place: Case['place']): Case {
  const { request = {}, expect = {}, prefer, needs = {}, mock = {}, stateless = false, ...rest } = written;
  const status = prefer?.status ?? expect.status ?? 200;
  return {
    ...rest,
    dialect,
    operation,
    needs,
    mock,
    stateless,
    request: { sender: 'key', params: {}, query: {}, headers: {}, ...request },
    expect: {
      status: [status].flat(),
      headers: expect.headers ?? {},
      body: expect.body ?? [],
      ...(expect.empty !== undefined && { empty: expect.empty }),
    },
    ...(prefer && { prefer: { status: prefer.status, examples: prefer.examples ?? [] } }),
    place,
  };
}
