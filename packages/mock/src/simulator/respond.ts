import type { IPrismDiagnostic, IPrismOutput } from '@stoplight/prism-core';
import type { IHttpRequest, IHttpResponse } from '@stoplight/prism-http';

import type {
  Answer,
  Credentials,
  Json,
  JsonObject,
  Operation,
  Store,
  StoreRequest,
} from '../store/index.ts';
import { accepts } from './accepts.ts';
import { plainMocker, readPreferences, type Preferences } from './preferences.ts';
import { baseConfig, loadPrism, type HttpOperation, type Mocker, type Prism } from './prism.ts';

/** A request as it came, before it is routed. */
export interface IncomingCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: StoreRequest['headers'];
}

export interface Outcome {
  readonly answer: Answer;
  /** Undefined where no operation has this path. */
  readonly operationId: string | undefined;
  readonly violations: readonly Violation[];
  /** Whether the request asked by `Prefer` for this very answer. */
  readonly preferred: boolean;
}

export interface Violation {
  readonly side: 'request' | 'response';
  readonly pointer: string;
  readonly message: string;
  /** What to do about it; empty where nobody knows. */
  readonly cure: string;
}

export interface Pipeline {
  /** The credentials are those of the call's headers where none are given. */
  handle(call: IncomingCall, credentials?: Credentials): Promise<Outcome>;
  setDocument(document: JsonObject): Promise<void>;
}

/** Everything about a request that Prism does not hand on to its mocker. */
interface Context {
  readonly call: IncomingCall;
  readonly credentials: Credentials;
  readonly preferences: Preferences | undefined;
  readonly plain: Preferences | undefined;
  operationId?: string;
}

const UNAUTHORIZED = 401;
/** Those who are refused are refused whatever they prefer. */
const REFUSED: ReadonlySet<number> = new Set([400, 401, 403, 500]);

/** Prism routes and validates in both directions; the store answers, and for `Prefer` Prism's own mocker. */
export async function createPipeline(
  document: JsonObject,
  store: Store,
  dialect: 'guide' | 'portal',
): Promise<Pipeline> {
  const contexts = new WeakMap<IHttpRequest, Context>();

  const mock: Mocker = (options) => (logger) => {
    const { resource, input } = options;
    const context = contexts.get(input.data);
    if (context === undefined) throw new TypeError('A request without context');
    const operationId = resource.iid ?? '';
    context.operationId = operationId;
    const answer = store.respond(operationId, storeRequest(resource, context.call), context.credentials);
    const other = context.preferences ?? (answer.status === 200 ? context.plain : undefined);
    if (other === undefined || REFUSED.has(answer.status)) return { _tag: 'Right', right: response(answer) };
    return other.mocker({ ...options, config: { ...options.config, ...other.config } })(logger);
  };
  let prism = await loadPrism(document, mock);

  return {
    handle: async (asked, given) => {
      const call = dialect === 'portal' ? { ...asked, path: withoutAlias(asked.path) } : asked;
      const input = httpRequest(call);
      const preferences = readPreferences(input);
      if (preferences instanceof Error) {
        return { ...failed(preferences, dialect), operationId: undefined, preferred: true };
      }
      const plain = accepts(call.headers['accept'], 'application/json') ? undefined : plainMocker();
      const credentials = given ?? (await store.authenticate(call.headers));
      const context: Context = { call, credentials, preferences, plain };
      contexts.set(input, context);
      const outcome = await ask(prism, input);
      const preferred = preferences !== undefined;
      if ('error' in outcome) {
        return { ...failed(outcome.error, dialect), operationId: context.operationId, preferred };
      }
      return {
        ...answered(outcome.output, store.contract.operations.get(context.operationId ?? '')),
        operationId: context.operationId,
        preferred,
      };
    },
    setDocument: async (changed) => {
      prism = await loadPrism(changed, mock);
      store.setDocument(changed);
    },
  };
}

/** Portals serve the paths under a second prefix too, which the web server in front takes away. */
function withoutAlias(path: string): string {
  return path.replace(/^\/api\/2\.0\/oauth2\/clients(?=\/|$)/u, '/api/2.0/clients');
}

async function ask(
  prism: Prism,
  input: IHttpRequest,
): Promise<{ output: IPrismOutput<IHttpResponse> } | { error: Error }> {
  const result = await prism.request(input, prism.operations, baseConfig)();
  return 'left' in result ? { error: result.left } : { output: result.right };
}

function answered(
  { output, validations }: IPrismOutput<IHttpResponse>,
  operation: Operation | undefined,
): Pick<Outcome, 'answer' | 'violations'> {
  const violations = [
    ...validations.input.map((diagnostic) => violation('request', diagnostic, operation)),
    ...validations.output.map((diagnostic) => violation('response', diagnostic, operation)),
  ];
  if (validations.output.length > 0) return { answer: brokenContract(violations), violations };
  return {
    answer: {
      status: output.statusCode,
      headers: lowerCaseType(output.headers ?? {}),
      body: output.body as Json | undefined,
    },
    violations,
  };
}

/** The mock itself broke the contract: that is a defect of it, or of an example of the contract. */
function brokenContract(violations: readonly Violation[]): Answer {
  const detail = violations.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ');
  return problem({ title: 'The answer of the mock breaks the contract', status: 500, detail });
}

function failed(error: Error, dialect: 'guide' | 'portal'): Pick<Outcome, 'answer' | 'violations'> {
  const { name, message } = error;
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : message;
  const unmapped = status === 405 || status === 406 || name.endsWith('NO_PATH_MATCHED_ERROR');
  // A portal refuses what it does not know, and says nothing of it.
  if (dialect === 'portal' && unmapped) {
    return { answer: { status: 403, headers: {}, body: undefined }, violations: [] };
  }
  return { answer: problem({ type: name, title: message, status, detail }), violations: [] };
}

function problem(body: { title: string; status: number; detail: string; type?: string }): Answer {
  return { status: body.status, headers: { 'content-type': 'application/problem+json' }, body };
}

function httpRequest({ method, path, query, headers }: IncomingCall): IHttpRequest {
  const values: Record<string, string | string[]> = {};
  for (const name of query.keys()) {
    const all = query.getAll(name);
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return {
    method: method.toLowerCase() as IHttpRequest['method'],
    url: { path, query: values },
    headers: headers as Record<string, string>,
    body: null,
  };
}

function storeRequest(resource: HttpOperation, { path, query, headers }: IncomingCall): StoreRequest {
  const parts = path.split('/');
  const params: Record<string, string> = {};
  for (const [index, template] of resource.path.split('/').entries()) {
    const name = /^\{(.+)\}$/u.exec(template)?.[1];
    if (name !== undefined) params[name] = decode(parts[index] ?? '');
  }
  return { path, params, query, headers };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function response({ status, headers, body }: Answer): IHttpResponse {
  // Prism has all headers as text, and validates them as the contract's types.
  return { statusCode: status, headers: headers as Record<string, string>, body };
}

/** Prism's own mocker writes `Content-type`. */
function lowerCaseType(headers: Readonly<Record<string, string | number>>): Answer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      // A header without an example is null in Prism's answer.
      value === null ? [] : [[/^content-type$/iu.test(name) ? 'content-type' : name, value]],
    ),
  );
}

function violation(
  side: Violation['side'],
  { path = [], message, code }: IPrismDiagnostic,
  operation: Operation | undefined,
): Violation {
  const pointer = `/${[side, ...path].join('/')}`;
  const cure =
    side === 'request'
      ? cureOf(path, message, code, operation)
      : 'Mend the example or the schema in openapi/.';
  return { side, pointer, message, cure };
}

function cureOf(
  [place, name]: readonly string[],
  message: string,
  code: string | number | undefined,
  operation: Operation | undefined,
): string {
  if (code === UNAUTHORIZED) return 'Send a credential; the start of the mock shows how.';
  const wanted = name ?? /required property '(?<missing>[^']+)'/u.exec(message)?.groups?.['missing'];
  const parameter = operation?.parameters.find((each) => each.in === place && each.name === wanted);
  return parameter?.description ?? '';
}
