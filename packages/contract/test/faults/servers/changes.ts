import type { RequestId } from '@docspace-oauth/api/transport';
import type { Answer, Asked, Change, Redirect } from './fault.ts';

/** An object in a body. */
export type Fields = Record<string, unknown>;

/** Two clients of the mock's examples: the newest one, and the next. */
export const newest = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
export const second = '5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716';

/** Says something else to every request of an operation. */
export function says(
  operation: RequestId,
  change: Partial<Answer> | ((answer: Answer, asked: Asked) => Partial<Answer>),
): Change {
  return (answer, asked) =>
    asked.operation === operation
      ? { ...answer, ...(typeof change === 'function' ? change(answer, asked) : change) }
      : answer;
}

/** Says another status wherever it should say this one. */
export function status(operation: RequestId, from: number, to: number): Change {
  return says(operation, (answer) => (answer.status === from ? { status: to } : {}));
}

/** Says another value of a header, or leaves it out. */
export function header(operation: RequestId, name: string, value: string | undefined): Change {
  return says(operation, ({ headers }) => ({ headers: { ...headers, [name]: value } }));
}

/** Says another JSON body with this status. */
export function body(
  operation: RequestId,
  change: (body: Fields, asked: Asked) => unknown,
  only = 200,
): Change {
  return says(operation, ({ status: came, text }, asked) =>
    came === only ? { text: JSON.stringify(change(JSON.parse(text) as Fields, asked)) } : {},
  );
}

/** Says another client, inside the envelope where there is one. */
export function record(operation: RequestId, change: (client: Fields, asked: Asked) => unknown): Change {
  return body(operation, (whole, asked) =>
    'response' in whole
      ? { ...whole, response: change(whole['response'] as Fields, asked) }
      : change(whole, asked),
  );
}

/** Says other clients in a list: those of a page, or of the envelope. */
export function rows(
  operation: RequestId,
  change: (clients: readonly Fields[], asked: Asked) => readonly unknown[],
): Change {
  return body(operation, (whole, asked) => {
    const field = 'data' in whole ? 'data' : 'response';
    return { ...whole, [field]: change(whole[field] as Fields[], asked) };
  });
}

/** The same without some fields or headers, none of which is one that it must have. */
export function without<T extends Record<string, unknown>>(fields: T, ...names: readonly string[]): T {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))) as T;
}

/** Takes a request for another one, by its path and query. */
export function takesFor(
  operation: RequestId,
  instead: (path: string, query: URLSearchParams) => string,
): Redirect {
  return ({ operation: own, path, query }) => (own === operation ? { path: instead(path, query) } : {});
}

/** Answers with this, whatever the honest server said, where the request is of this kind. */
export function refuses(
  operation: RequestId,
  when: (asked: Asked) => boolean,
  answer: Partial<Answer>,
): Change {
  return says(operation, (_, asked) => (when(asked) ? answer : {}));
}

/** The problem that a server sends with an error. */
export function problem(code: number, more: Fields = {}): Partial<Answer> {
  const fields = {
    detail: 'Not so.',
    instance: '/',
    status: code,
    title: 'Problem',
    type: 'about:blank',
    ...more,
  };
  return {
    status: code,
    headers: { 'content-type': 'application/problem+json' },
    text: JSON.stringify(fields),
  };
}

/** An answer with this JSON. */
export function json(text: unknown, code = 200): Partial<Answer> {
  return { status: code, headers: { 'content-type': 'application/json' }, text: JSON.stringify(text) };
}

export const emptyPage: Fields = { data: [], last_client_id: null, last_created_on: null, limit: 30 };
