import type { Procedure } from '../procedure.ts';
import type { Violation } from '../violation.ts';

/** Two page sizes: one that divides into few pages, and one whose pages end elsewhere. */
const sizes = [50, 3];
/** So many clients are read page by page; a larger portal would be asked for an hour. */
const most = 1000;

/**
 * Reads the whole list of a portal with pages of two sizes, as a caller of the client does: they are the same clients. A
 * server that loses rows between its pages loses other ones with other pages.
 */
export const everyClient: Procedure = async ({ target, signal, case: { request } }) => {
  const violations: Violation[] = [];
  const lists: Set<string>[] = [];
  for (const pageSize of sizes) {
    const found = new Set<string>();
    const options = { pageSize, maxItems: pageSize < 10 ? 60 : most, signal };
    for await (const { client_id: id } of target.docspace(request.sender).iterateClients(options))
      found.add(id);
    lists.push(found);
  }
  const [large = new Set(), small = new Set()] = lists;
  // The small pages were read as far as their limit: what they have is the beginning of the list.
  const expected = [...large].slice(0, small.size >= 60 ? 60 : large.size);
  const lost = expected.filter((id) => !small.has(id));
  if (lost.length > 0) {
    const message = `${lost.length} of ${expected.length} clients are in pages of ${sizes[0]} and not in pages of ${sizes[1]}: rows are lost between pages.`;
    violations.push({ rule: 'assertion', message });
  }
  const more = [...small].filter((id) => !large.has(id));
  if (more.length > 0) {
    const message = `${more.length} clients are in pages of ${sizes[1]} and not in pages of ${sizes[0]}: rows are lost between pages.`;
    violations.push({ rule: 'assertion', message });
  }
  return violations;
};
