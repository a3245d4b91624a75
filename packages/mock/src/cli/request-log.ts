import type { RecordedRequest } from '../server/recorder.ts';

/** A line for a request, and one more for each thing that is wrong with it. */
export function requestLines({
  method,
  url,
  operationId,
  status,
  milliseconds,
  violations,
  fault,
}: RecordedRequest): string {
  const outcome = [status ?? 'cut', fault === undefined ? '' : `(${fault})`].join('');
  const line = `${method} ${printable(url)} ${outcome} ${operationId ?? 'no operation'} ${milliseconds.toFixed(0)} ms\n`;
  const notes = violations.map(
    ({ pointer, message, cure }) => `  ${pointer}: ${message}${cure === '' ? '' : `. ${cure}`}\n`,
  );
  return [line, ...notes].join('');
}

/** A terminal obeys what is not printable. */
function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/gu, '?');
}
