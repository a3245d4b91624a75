import type { ContractChecks } from '@docspace-oauth/openapi';

import { problem, type Answer } from './answer.ts';
import type { Cache } from './cache.ts';
import type { Operation } from './contract.ts';
import { readCredentials } from './credentials.ts';
import type { Database } from './databases/database.ts';
import type { DialectRules } from './dialect-rules.ts';
import type { Exchange } from './exchange.ts';
import type { Limiter } from './limiter.ts';
import { checkParameters } from './parameters.ts';
import { preferredAnswer, readPreference, type Preference } from './prefer.ts';
import type { SimulatorRequest } from './request.ts';
import { requestViolations } from './request-check.ts';
import { checkAnswer } from './response-check.ts';
import { splitTarget, type Router } from './routing.ts';
import type { Store } from './store.ts';
import type { Tokens } from './tokens.ts';
import type { Violation } from './violations.ts';

/** What the answers are made of. */
export interface Parts {
  readonly rules: DialectRules;
  readonly checks: ContractChecks;
  readonly route: Router;
  readonly store: Store;
  readonly database: Database;
  readonly cache: Cache;
  readonly limiter: Limiter;
  readonly root: string;
  /** Undefined in a dialect that has none. */
  readonly tokens: Tokens | undefined;
}

export interface Outcome {
  readonly answer: Answer;
  /** Undefined if no operation has this path. */
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
  const { method, headers, address = '' } = request;
  const target = splitTarget(request.target);
  const path = rules.contractPath(target.path);
  const { operation, params = {} } = parts.route(path) ?? {};
  const preference = operation && readPreference(headers, target.query);
  const preferred = preference !== undefined;
  const base = { operation, path, preferred };
  if (typeof preference === 'string') {
    return { ...base, answer: problem(422, { detail: preference }), violations: [] };
  }
  const exchange: Exchange = {
    ...parts,
    method,
    sentPath: target.path,
    path,
    query: target.query,
    headers,
    address,
    operation,
    params,
    violations: operation ? checkParameters(operation, checks, { params, query: target.query }) : [],
    preferred,
    credentials: await readCredentials(headers, store.owners, parts.tokens),
    clients: store.clients,
    bodyOf: (key, make) => store.bodyOf(key, make),
  };
  const answer = wanted(rules.answer(exchange), operation, preference);
  const violations = requestViolations(rules, exchange);
  if (operation === undefined || answer.undeclared) return { ...base, answer, violations };
  const broken = checkAnswer(checks, operation, answer);
  if (broken.length === 0) return { ...base, answer, violations };
  return { ...base, answer: brokenContract(broken), violations: [...violations, ...broken] };
}

/** The answer, or the one that the request prefers. */
function wanted(
  answer: Answer,
  operation: Operation | undefined,
  preference: Preference | undefined,
): Answer {
  const isOther = answer.undeclared === true && answer.status !== NOT_ACCEPTABLE;
  if (operation === undefined || preference === undefined || isOther || REFUSED.has(answer.status)) {
    return answer;
  }
  const found = preferredAnswer(operation, preference);
  // Nothing that the contract declares.
  return typeof found === 'string' ? { ...problem(404, { detail: found }), undeclared: true } : found;
}

/** A response that is preferred is sent whatever the request accepts. */
const NOT_ACCEPTABLE = 406;

/** The mock itself broke the contract: that is a defect of it, or of an example of the contract. */
function brokenContract(violations: readonly Violation[]): Answer {
  const detail = violations.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ');
  return problem(500, { title: 'The answer of the mock breaks the contract', detail });
}
