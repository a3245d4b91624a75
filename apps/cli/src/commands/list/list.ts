import { UsageError } from '@docspace-oauth/terminal/usage-error';

import { findColumn, type Column, type ListedClient } from '../../columns/columns.ts';
import { parseFilter, unknownColumn, type Filter } from '../../columns/filter.ts';
import { parseOrder, type Order } from '../../columns/sort.ts';
import type { Run } from '../../command.ts';
import { chosenFormat, parseCommand } from '../../parse-command.ts';
import { withPortal } from '../../portal/portal.ts';
import { openSession } from '../../portal/session.ts';
import { description } from './description.ts';
import { readIds } from './read-ids.ts';
import { createWriter } from './writer.ts';

export const run: Run = async (args, context) => {
  const { values } = parseCommand(description, args);
  const format = chosenFormat(values);
  const chosen = values.columns === undefined ? undefined : parseColumns(values.columns);
  const filters = (values.filter ?? []).map(parseFilter);
  const order = values.sort === undefined ? undefined : parseOrder(values.sort);
  const ids = values.ids === undefined ? undefined : await readIds(values.ids, context);
  const session = openSession(values, format === 'table', context);

  return withPortal(
    values,
    { ...session, isInteractive: format === 'table' },
    context,
    async ({ docspace, hide }) => {
      const writer = createWriter(format, {
        ...session,
        stdout: context.stdout,
        stderr: context.stderr,
        chosen,
        isPartial: filters.length > 0,
        hasIds: ids !== undefined,
      });
      let missing: readonly string[] | undefined;
      if (ids === undefined) {
        const clients = docspace.iterateClients() as AsyncIterable<ListedClient>;
        for await (const client of select(clients, filters, order, session.counted))
          await writer.add(hide(client));
      } else {
        const bulk = await docspace.getClientsInfo(ids);
        // An id that is missing may be an API key in the wrong place.
        ({ missing } = hide({ missing: bulk.missing }));
        for await (const client of select(bulk.found, filters, order, session.counted))
          await writer.add(hide(client));
      }
      session.progress.clear();
      await writer.end(missing);
      if (session.isIncomplete()) context.stderr.write('Warning: the list may be incomplete.\n');
      return session.isIncomplete() || (missing?.length ?? 0) > 0 ? 1 : 0;
    },
  );
};

function parseColumns(text: string): readonly Column[] {
  const names = text.split(',').map((name) => name.trim());
  const found = names.map(findColumn);
  if (found.includes(undefined)) throw unknownColumn('--columns');
  if (new Set(found).size < found.length) throw new UsageError('--columns names a column twice.');
  return found as Column[];
}

/** The clients that match, in the order that is asked for: only then is there a need to wait for all of them. */
async function* select(
  clients: AsyncIterable<ListedClient> | Iterable<ListedClient>,
  filters: readonly Filter[],
  order: Order | undefined,
  counted: () => void,
): AsyncGenerator<ListedClient> {
  const used = [...filters, ...(order === undefined ? [] : [order])].map(({ column }) => column);
  const kept: ListedClient[] = [];
  let isFirst = true;
  for await (const client of clients) {
    counted();
    if (isFirst) checkFields(client, used);
    isFirst = false;
    if (!filters.every(({ matches }) => matches(client))) continue;
    if (order === undefined) yield client;
    else kept.push(client);
  }
  if (order !== undefined) yield* kept.toSorted(order.compare);
}

/** A filter for a field that the server leaves out would match nothing, which looks like a result. */
function checkFields(client: ListedClient, used: readonly Column[]): void {
  const absent = used.find(({ name }) => !Object.hasOwn(client, name));
  if (absent === undefined) return;
  throw new UsageError(
    `The server does not send ${absent.name} here, so it can be used neither in --filter nor in --sort.`,
    'show ID tells what a single read reveals.',
  );
}
