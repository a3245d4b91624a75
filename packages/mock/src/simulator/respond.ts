import type { ContractChecks } from '@docspace-oauth/openapi';

import { accepts } from './accept.ts';
import { problem, type Answer } from './answer.ts';
import type { RequestContext } from './context.ts';
import type { Operation } from './contract.ts';
import { readCredentials } from './credentials.ts';
import type { DialectRules, Refusal } from './dialect-rules.ts';
import type { Limiter } from './limits.ts';
import { checkParameters } from './parameters.ts';
import { preferredAnswer, readPreference, type Preference } from './prefer.ts';
import type { RequestHeaders, SimulatorRequest } from './request.ts';
import { checkAnswer } from './response-check.ts';
import { splitTarget, type Route } from './routing.ts';
import type { Store } from './store.ts';
import type { Tokens } from './tokens.ts';
import type { Violation } from './violations.ts';

/** What the answers are made of. */
export interface Parts {
  readonly rules: DialectRules;
  readonly checks: ContractChecks;
  readonly route: (method: string, path: string) => Route;
  readonly store: Store;
  readonly limiter: Limiter;
  /** Undefined in a dialect that has none. */
  readonly tokens: Tokens | undefined;
}

export interface Outcome {
  readonly answer: Answer;
  /** Undefined if no operation has this path and method. */
  readonly operation: Operation | undefined;
  /** The path as the contract has it. */
  readonly path: string;
  readonly violations: readonly Violation[];
  /** Whether the request asked for an answer by name. */
  readonly preferred: boolean;
}

/** A refused request is refused whatever it prefers. */
const REFUSED: ReadonlySet<number> = new Set([400, 401, 403, 500]);

/** Answers one request as the API would: routed and checked by the contract, without any scenario. */
export async function respond(parts: Parts, request: SimulatorRequest): Promise<Outcome> {
  const { rules, checks, store } = parts;
  const { method, headers } = request;
  const target = splitTarget(request.target);
  const path = rules.contractPath(target.path);
  const route = parts.route(method, path);
  if (route.kind !== 'operation') {
    const answer = rules.refuse(refusalOf(route.kind, method, path));
    return { answer, operation: undefined, path, violations: [], preferred: false };
  }
  const { operation, params } = route;
  const preference = readPreference(headers, target.query);
  const preferred = preference !== undefined;
  const base = { operation, path, preferred };
  if (typeof preference === 'string') {
    return { ...base, answer: problem(422, { detail: preference }), violations: [] };
  }
  const context: RequestContext = {
    operation,
    path,
    params,
    query: target.query,
    credentials: await readCredentials(headers, store.owners, parts.tokens),
    violations: checkParameters(operation, checks, { params, query: target.query }),
    clients: store.clients,
    limiter: parts.limiter.forRequest(operation.secured),
    bodyOf: (key, make) => store.bodyOf(key, make),
  };
  const violations = requestViolations(rules, context, headers);
  const answer = negotiated(rules.answer(context), rules, operation, preference, headers);
  // A refusal by the mock itself is nothing that the contract declares.
  if ('refused' in answer) return { ...base, answer: answer.refused, violations };
  const broken = checkAnswer(checks, operation, answer);
  if (broken.length === 0) return { ...base, answer, violations };
  return { ...base, answer: brokenContract(broken), violations: [...violations, ...broken] };
}

/** The answer, or the one that the request prefers, or a refusal if there is no answer that it accepts. */
function negotiated(
  answer: Answer,
  rules: DialectRules,
  operation: Operation,
  preference: Preference | undefined,
  headers: RequestHeaders,
): Answer | { readonly refused: Answer } {
  if (REFUSED.has(answer.status)) return answer;
  if (preference !== undefined) {
    const wanted = preferredAnswer(operation, preference);
    return typeof wanted === 'string' ? { refused: problem(404, { detail: wanted }) } : wanted;
  }
  const mediaType = answer.body?.mediaType;
  if (answer.status !== 200 || mediaType === undefined || accepts(headers['accept'], mediaType)) {
    return answer;
  }
  return { refused: rules.refuse({ status: 406, detail: `Only ${mediaType} is served here.` }) };
}

function refusalOf(kind: Exclude<Route['kind'], 'operation'>, method: string, path: string): Refusal {
  return kind === 'unknown-path'
    ? { status: 404, detail: `Nothing is served at ${path}.` }
    : { status: 405, detail: `Only GET is served at ${path}, not ${method}.` };
}

function requestViolations(
  rules: DialectRules,
  { operation, credentials, violations }: RequestContext,
  headers: RequestHeaders,
): Violation[] {
  const whole = (message: string, cure: string): Violation => ({
    side: 'request',
    pointer: '/request',
    message,
    cure,
  });
  const found: Violation[] = [];
  if (operation.secured && !rules.hasCredential(operation, credentials)) {
    found.push(whole('no credential was sent', 'Send a credential; the start of the mock shows how.'));
  }
  if (Number(headers['content-length'] ?? 0) > 0) {
    found.push(whole('the request has a body', 'Send none: a GET has no body.'));
  }
  return [...found, ...violations.map(({ violation }) => violation)];
}

/** The mock itself broke the contract: that is a defect of it, or of an example of the contract. */
function brokenContract(violations: readonly Violation[]): Answer {
  const detail = violations.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ');
  return problem(500, { title: 'The answer of the mock breaks the contract', detail });
}
