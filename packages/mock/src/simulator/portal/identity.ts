import { failure, type Answer } from '../answer.ts';
import { hasOperation, type Exchange, type OperationExchange } from '../exchange.ts';
import { acceptsJson } from './accept.ts';
import { answerConsents, isConsents } from './consents.ts';
import { isPreflight } from './preflight.ts';
import { ofService, rateHeaders, UNLIMITED } from './rate.ts';
import { answerPage, answerRecord } from './records.ts';
import { badRequestPage, emptyForbidden, session, userLimit } from './refusals.ts';
import { isMalformed, isSuspicious } from './request-target.ts';

/** The identity service: the order of its checks decides which answer a request with several mistakes gets. */
export function answerIdentity(exchange: Exchange): Answer {
  return ofService(answer(exchange));
}

function answer(exchange: Exchange): Answer {
  const { method, sentPath, credentials, limiter, address } = exchange;
  if (isMalformed(sentPath)) return badRequestPage();
  if (isSuspicious(method, sentPath)) return emptyForbidden([session()]);

  const { signature } = credentials;
  // Public information needs no signature either, but a wrong one breaks it.
  if (signature === 'invalid') return emptyForbidden([]);
  const caller = signature === 'none' ? undefined : signature;

  const taken = limiter.countCaller(
    caller === undefined ? `address ${address}` : `user ${caller.userId}`,
    caller?.limit,
  );
  if (taken?.allowed === false) return userLimit(taken.resetMs);
  const rate = rateHeaders(taken?.remaining ?? UNLIMITED);

  const forbidden = emptyForbidden([...rate, session()]);
  // A trailing slash is an empty id to the contract, and another path to the service.
  if (!hasOperation(exchange) || exchange.params['id'] === '') return forbidden;
  const { operation } = exchange;
  if (operation.secured && caller === undefined) return forbidden;
  if (method === 'OPTIONS') return options(exchange, rate);
  if (method !== 'GET' && method !== 'HEAD') return emptyForbidden([['Allow', 'GET'], ...rate, session()]);
  if (!exchange.preferred && !acceptsJson(exchange.headers['accept'])) return forbidden;

  if (limiter.countServer(operation.secured)?.allowed === false) {
    return failure(operation, 429, 'server-limit', exchange.path, rate);
  }
  if (isConsents(exchange)) return answerConsents(exchange, rate);
  return operation.path.includes('{id}')
    ? answerRecord(exchange, caller, rate)
    : answerPage(exchange, caller, rate);
}

/** A list can be added to and deleted from as well, by operations that are not among the five. */
function options({ headers, operation }: OperationExchange, rate: Answer['headers']): Answer {
  const methods = operation.id === 'getClients' ? 'GET,HEAD,POST,DELETE,OPTIONS' : 'GET,HEAD,OPTIONS';
  const allow = isPreflight(headers) ? 'GET, HEAD, POST, PUT, DELETE, OPTIONS, TRACE, PATCH' : methods;
  return { status: 200, headers: [['Allow', allow], ...rate], body: undefined, undeclared: true };
}
