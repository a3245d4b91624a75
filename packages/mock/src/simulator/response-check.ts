import type { ContractChecks } from '@docspace-oauth/openapi';

import type { Answer } from './answer.ts';
import type { Operation } from './contract.ts';
import type { Json } from './json.ts';
import type { Violation } from './violations.ts';

/** What is wrong with an answer of the simulator: nothing, unless the simulator or an example of the contract has a defect. */
export function checkAnswer(
  checks: ContractChecks,
  operation: Operation,
  { status, headers, body }: Answer,
): readonly Violation[] {
  const declared = operation.responses.get(status);
  if (declared === undefined) return [violation('/response', `the contract declares no ${status}`)];
  const inHeaders = headers.flatMap(([name, value]) =>
    (checks.header(operation.id, status, name, value) ?? []).map(({ message }) =>
      violation(`/response/header/${name}`, message),
    ),
  );
  if (body !== undefined) {
    const { mediaType } = body;
    const inBody = body.checkedOnce((value) => checkBody(checks, operation, status, mediaType, value));
    return [...inHeaders, ...inBody];
  }
  // No body at all is declared by no content, or by one that may be empty.
  const { mediaTypes } = declared;
  const mayBeEmpty = mediaTypes.some((type) => checks.body(operation.id, status, type, '')?.length === 0);
  if (mediaTypes.length === 0 || mayBeEmpty) return inHeaders;
  return [...inHeaders, violation('/response', `the contract declares a body for ${status}`)];
}

function checkBody(
  checks: ContractChecks,
  operation: Operation,
  status: number,
  contentType: string,
  value: Json,
): Violation[] {
  const [mediaType = ''] = contentType.split(';');
  const errors = checks.body(operation.id, status, mediaType, value);
  if (errors === undefined)
    return [violation('/response', `the contract declares no ${mediaType} for ${status}`)];
  return errors.map(({ pointer, message }) => violation(`/response/body${pointer}`, message));
}

function violation(pointer: string, message: string): Violation {
  return { side: 'response', pointer, message, cure: 'Mend the example or the schema in openapi/.' };
}
