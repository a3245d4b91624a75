import { failure, withType, type Answer } from '../answer.ts';
import { Body } from '../body.ts';
import type { OperationExchange } from '../exchange.ts';
import type { HeaderList } from '../response.ts';
import { readPageParameters } from './page-parameters.ts';

const TYPE = 'https://api.onlyoffice.com/docspace/api-backend/get-started/basic-concepts';

/** Whether the word in the place of an id names the list of the caller's consents, which is none of the five operations. */
export function isConsents({ operation, params }: OperationExchange): boolean {
  return operation.id === 'getClient' && params['id'] === 'consents';
}

/** It takes the parameters of a list, and in the mock nobody has consented to anything. */
export function answerConsents({ operation, path, query }: OperationExchange, rate: HeaderList): Answer {
  const parameters = readPageParameters(query, true);
  if (parameters === 'unreadable') return failure(operation, 500, 'database', path, rate);
  const wrong = typeof parameters === 'string';
  const body = wrong
    ? new Body('application/problem+json', {
        detail: 'The limit is missing or not from 1 to 50.',
        instance: path,
        status: 400,
        title: 'Bad Request',
        type: TYPE,
      })
    : new Body('application/json', {
        data: [],
        last_client_id: null,
        last_created_on: null,
        limit: parameters.limit,
      });
  return { status: wrong ? 400 : 200, headers: withType(body, rate), body, undeclared: true };
}
