import { copyOf, isDocSpaceError } from './error.ts';
import { requestFailure } from './failure.ts';
import { credentialOf, isAnonymous } from './protocol/credential.ts';
import type { Found } from './protocol/detect.ts';
import type { Dialect } from './protocol/dialect.ts';
import type { RequestId } from './protocol/operations.ts';
import { rateLimits } from './protocol/rate-limit.ts';
import type { Token } from './protocol/token.ts';
import type { Reply } from './reply.ts';
import type { Outgoing } from './send.ts';
import { sendUntilFinal } from './send.ts';
import type { Server } from './server.ts';
import { Deadline } from './transport/deadline.ts';
import type { Gate } from './transport/gate.ts';
import { createGate } from './transport/gate.ts';
import type { Shared } from './transport/shared.ts';

/** What a call asks for. */
export interface CallRequest {
  /** Undefined if the path belongs to no operation. */
  operationId: RequestId | undefined;
  /** Path and query beneath the base URL, or a function that gives them for the dialect that the server speaks. */
  target: string | ((dialect: Dialect) => string);
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
}

/** Sends one GET with the credential that its operation needs, and resolves to the response, whatever its status. */
export type Call = (request: CallRequest) => Promise<Reply>;

/** Waits for a value that several calls share. Each call gets an error object of its own. */
export async function waitFor<T>(shared: Shared<T>, total: Deadline): Promise<T> {
  try {
    return shared.current() ?? (await total.within(shared.get));
  } catch (thrown) {
    throw isDocSpaceError(thrown) ? copyOf(thrown) : thrown;
  }
}

/** The gates of a DocSpace client: a portal counts signed calls per user, and anonymous ones per IP address. */
function createGates(maxHoldMs: number): (operationId: RequestId | undefined) => Gate {
  const signed = createGate(rateLimits.signed, maxHoldMs);
  const anonymous = createGate(rateLimits.anonymous, maxHoldMs);
  return (operationId) => {
    // The token exchange counts against neither limit: it gets a gate that no other call passes.
    if (operationId === 'generateJwtToken') return createGate(rateLimits.exchange, maxHoldMs);
    return isAnonymous(operationId) ? anonymous : signed;
  };
}

export function createCall(server: Server, contact: Shared<Found>, tokens: Shared<Token>): Call {
  const { apiKey, baseUrl, timeoutMs } = server;
  const gateOf = createGates(server.retry.maxServerDelayMs);

  return async ({ operationId, target, headers, signal }) => {
    const isSigned = Boolean(apiKey) && !isAnonymous(operationId);
    const total = new Deadline(timeoutMs, signal);
    const gate = gateOf(operationId);
    const outgoing: Outgoing = {
      operationId,
      dialect: undefined,
      url: '',
      headers: {},
      attempts: 0,
      total,
      gate,
    };
    try {
      if (operationId === 'generateJwtToken') outgoing.dialect = 'portal';
      else outgoing.dialect = contact.current()?.dialect;
      if (!outgoing.dialect && (isSigned || typeof target === 'function')) {
        const { dialect, refusal } = await waitFor(contact, total);
        // A call that has waited for the dialect fails if it is that of a portal that gives no token.
        if (refusal && isSigned) throw copyOf(refusal);
        outgoing.dialect = dialect;
      }
      outgoing.url = baseUrl + (typeof target === 'function' ? target(outgoing.dialect as Dialect) : target);
      const credential = credentialOf(operationId, outgoing.dialect, apiKey, {
        current: tokens.current,
        get: () => waitFor(tokens, total),
        drop: () => tokens.set(undefined),
      });
      return await sendUntilFinal(outgoing, headers, credential, server);
    } catch (thrown) {
      throw isDocSpaceError(thrown) ? thrown : requestFailure(thrown, outgoing, server);
    }
  };
}
