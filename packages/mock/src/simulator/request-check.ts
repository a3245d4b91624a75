import type { DialectRules } from './dialect-rules.ts';
import type { Exchange } from './exchange.ts';
import type { Violation } from './violations.ts';

/** Everything in which a request breaks the contract. */
export function requestViolations(rules: DialectRules, exchange: Exchange): Violation[] {
  const { operation, credentials, headers, violations, method } = exchange;
  if (operation === undefined || (method !== 'GET' && method !== 'HEAD')) return [];
  const found: Violation[] = [];
  if (operation.secured && !rules.hasCredential(operation, credentials)) {
    found.push(whole('no credential was sent', 'Send a credential; the start of the mock shows how.'));
  }
  if (Number(headers['content-length'] ?? 0) > 0) {
    found.push(whole('the request has a body', 'Send none: a GET has no body.'));
  }
  return [...found, ...violations.map(({ violation }) => violation)];
}

function whole(message: string, cure: string): Violation {
  return { side: 'request', pointer: '/request', message, cure };
}
