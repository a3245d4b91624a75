import type { Procedure } from '../procedure.ts';
import type { Violation } from '../violation.ts';

/** Two sizes of pages: few pages, and many that end elsewhere. */
const [large, small] = [50, 3];
/** So many clients are read by large pages, and by small ones: a huge portal would be asked for an hour. */
const [mostLarge, mostSmall] = [1000, 60];
/** So many of the last ones may be others where a list was not read to its end: clients of one date have no order. */
const slack = 10;

/**
 * Reads the whole list with pages of two sizes, as a caller of the client does: each client once, and the same ones. A
 * server that loses rows between its pages loses other ones with other pages.
 */
export const everyClient: Procedure = async ({ target, signal, case: { request } }) => {
  const violations: Violation[] = [];
  const fail = (message: string): void => void violations.push({ rule: 'assertion', message });
  const read = async (pageSize: number, maxItems: number): Promise<string[]> => {
    const ids: string[] = [];
    const clients = target.docspace(request.sender).iterateClients({ pageSize, maxItems, signal });
    for await (const { client_id: id } of clients) ids.push(id);
    const repeated = ids.length - new Set(ids).size;
    if (repeated > 0) fail(`With pages of ${pageSize}, ${repeated} clients came twice.`);
    return ids;
  };
  const byLarge = await read(large, mostLarge);
  // The guide's list has no pages.
  if (target.dialect === 'guide') return violations;
  const bySmall = await read(small, mostSmall);
  const isWhole = bySmall.length < mostSmall;
  const beginning = (ids: readonly string[]): readonly string[] =>
    isWhole ? ids : ids.slice(0, mostSmall - slack);
  const lost = [
    { size: small, count: missingFrom(bySmall, beginning(byLarge)) },
    { size: large, count: missingFrom(byLarge, beginning(bySmall)) },
  ];
  for (const { size, count } of lost) {
    if (count > 0) fail(`With pages of ${size}, ${count} clients do not come that come with other pages.`);
  }
  return violations;
};

function missingFrom(ids: readonly string[], wanted: readonly string[]): number {
  const there = new Set(ids);
  return wanted.filter((id) => !there.has(id)).length;
}
