import { preferred, type Answer } from './answer.ts';
import type { Operation } from './contract.ts';
import type { RequestHeaders } from './request.ts';

/** The response that a request asks for by name: a declared status, an example, or both. */
export interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
}

/** What the request prefers; undefined if nothing, and a sentence if its preference makes no sense. */
export function readPreference(
  headers: RequestHeaders,
  query: URLSearchParams,
): Preference | string | undefined {
  const given =
    headers['prefer'] === undefined
      ? { code: query.get('__code') ?? undefined, example: query.get('__example') ?? undefined }
      : parse(headers['prefer']);
  const { code, example } = given;
  if (code !== undefined && !/^\d{3}$/u.test(code)) {
    return `The preferred code must be a status of three digits, not "${code}".`;
  }
  if (example === '') return 'The preferred example needs a name.';
  if (code === undefined && example === undefined) return undefined;
  return { code: code === undefined ? undefined : Number(code), example };
}

/** Preferences as RFC 7240 has them: the first of a name counts, and its parameters are not read. */
function parse(header: string): { code?: string; example?: string } {
  const found = new Map<string, string>();
  for (const part of header.split(',')) {
    const [, name = '', value = ''] = /^\s*([^\s=;]+)\s*(?:=\s*"?([^";]*?)"?\s*)?(?:;|$)/u.exec(part) ?? [];
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
  }
  const code = found.get('code');
  const example = found.get('example');
  return { ...(code !== undefined && { code }), ...(example !== undefined && { example }) };
}

const SUCCESS = 200;

/** The declared response that is preferred, or a sentence that says why there is none. */
export function preferredAnswer(operation: Operation, { code, example }: Preference): Answer | string {
  const status = code ?? SUCCESS;
  const response = operation.responses.get(status);
  if (response === undefined) return `The contract declares no ${status} for ${operation.id}.`;
  const found =
    example === undefined ? response.examples[0] : response.examples.find(({ slug }) => slug === example);
  if (found === undefined && example !== undefined) {
    return `The ${status} of ${operation.id} has no example "${example}".`;
  }
  return preferred(status, response, found);
}
