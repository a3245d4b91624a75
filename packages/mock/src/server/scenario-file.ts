import { readFile } from 'node:fs/promises';

import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import {
  isCollection,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
} from 'yaml';

import schema from '../../scenarios.schema.json' with { type: 'json' };
import type { Scenarios } from '../simulator/behavior.ts';
import { scenarioMistake } from '../simulator/check-scenarios.ts';
import { MockError } from '../simulator/mock-error.ts';
import type { Scenario } from '../simulator/scenario.ts';

/** Parsing takes seconds a megabyte, and the mock waits for it. */
const MAX_BYTES = 1024 * 1024;
/** More than this would be a file that is made to grow when it is read. */
const MAX_ALIASES = 100;

/** Reads a file of scenarios, or throws a MockError that names file, line and column. */
export async function readScenarioFile(path: string): Promise<Scenarios> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines, prettyErrors: false });
  const fail = (offset: number, message: string): MockError => {
    const { line, col } = lines.linePos(offset);
    return new MockError(`${path}:${line}:${col}: ${message}`);
  };
  const [syntax] = document.errors;
  if (syntax) throw fail(syntax.pos[0], syntax.message);
  const alias = unknownAlias(document);
  if (alias) throw fail(start(alias), `There is no anchor "${alias.source}".`);
  const value = valueOf(document, (message) => fail(0, message));
  const validate = new Ajv2020({ strictTypes: false, strictRequired: false }).compile<ScenarioFile>(schema);
  if (validate(value)) {
    const scenarios = new Map(Object.entries(value.scenarios));
    const mistake = scenarioMistake(scenarios);
    if (mistake === undefined) return scenarios;
    throw fail(start(document.getIn(['scenarios', ...mistake.path], true) as Node), mistake.message);
  }
  const error = validate.errors?.[0];
  throw fail(
    error ? offsetOf(document, error) : 0,
    error ? sentence(error) : 'This is no file of scenarios.',
  );
}

interface ScenarioFile {
  readonly scenarios: Readonly<Record<string, Scenario>>;
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new MockError(`The scenarios ${path} cannot be read.`, { cause });
  });
  if (bytes.length <= MAX_BYTES) return bytes.toString('utf8');
  throw new MockError(`The scenarios ${path} are larger than ${MAX_BYTES} bytes.`);
}

/** What the file says. A few aliases of aliases can stand for millions of values, which the parser refuses. */
function valueOf(document: Document.Parsed, fail: (message: string) => MockError): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    throw fail(`Aliases may stand for no more than ${MAX_ALIASES} times what they name.`);
  }
}

/** The first alias whose anchor is not before it. */
function unknownAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where an error is in the text: at the name of what has no place there, otherwise at the value that is wrong. */
function offsetOf(document: Document.Parsed, { instancePath, params }: ErrorObject): number {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra: unknown = params['additionalProperty'];
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (typeof extra === 'string' && isCollection(node)) {
    for (const item of node.items) if (isNamed(item, extra)) return start(item.key as Node);
  }
  return start(node as Node | null);
}

function isNamed(item: unknown, name: string): item is { key: unknown } {
  return (
    typeof item === 'object' &&
    item !== null &&
    'key' in item &&
    isScalar(item.key) &&
    item.key.value === name
  );
}

function start(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

function sentence({ instancePath, message = 'is wrong', params }: ErrorObject): string {
  const where = instancePath === '' ? 'The file' : instancePath.slice(1).replaceAll('/', '.');
  const extra: unknown = params['additionalProperty'];
  if (typeof extra === 'string') return `${where} has no "${extra}".`;
  const allowed: unknown = params['allowedValues'];
  return `${where} ${message}${Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''}.`;
}
