import { failure, type Answer } from '../answer.ts';
import type { DialectRules } from '../dialect-rules.ts';
import { isFeed, notOfTheService } from './feed.ts';
import { answerIdentity } from './identity.ts';
import { ofService, rateHeaders, UNLIMITED } from './rate.ts';
import { emptyForbidden, session, userLimit } from './refusals.ts';
import { answerToken, corsHeaders, TOKEN_OPERATION } from './token.ts';

/** The portal's dialect: its web server, the identity service behind it, and the token endpoint, which is another program. */
export const portal: DialectRules = {
  callerLimit: 'bucket',
  decodesPaths: true,
  contractPath: (path) => path.replace(/^\/api\/2\.0\/oauth2\/clients(?=\/|$)/u, '/api/2.0/clients'),
  hasCredential: ({ id }, { key, signature }) =>
    id === TOKEN_OPERATION ? key !== undefined : signature !== 'none',
  answer: (exchange) => {
    if (isFeed(exchange.sentPath)) return notOfTheService();
    return exchange.operation?.id === TOKEN_OPERATION
      ? answerToken(exchange, exchange.operation)
      : answerIdentity(exchange);
  },
  fail: (operation, { status, example }, { path, headers }) => {
    if (operation.id === TOKEN_OPERATION) {
      const declared = operation.responses.get(status)?.headers ?? [];
      return failure(operation, status, example, path, [...declared, ...corsHeaders(headers)]);
    }
    if (status === 429) return ofService(userLimit());
    return ofService(failure(operation, status, example, path, rateHeaders(UNLIMITED)));
  },
  single: (record) => record,
};

/** What the service answers when it cannot even ask whether the caller's limit is reached. */
export function serviceForbidden(): Answer {
  return ofService(emptyForbidden([session()]));
}
