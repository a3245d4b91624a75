import { columnNames, columns } from '../../columns/columns.ts';
import { filterHelp } from '../../columns/filter-help.ts';
import type { CommandDescription } from '../../description/command-description.ts';
import { formatOptions, helpOption, portalOptions } from '../../description/common-options.ts';

const usual = columns.flatMap((column) => ('isUsual' in column ? [column.name] : []));

export const description = {
  name: 'list',
  summary: 'lists all clients, with filters, as a table, JSON, CSV or Markdown',
  options: {
    ...formatOptions(['table', 'json', 'jsonl', 'csv', 'markdown']),
    columns: {
      type: 'string',
      value: 'A,B,…',
      help: `the columns: ${columnNames.join(', ')}`,
      completes: columnNames,
    },
    sort: {
      type: 'string',
      value: 'COLUMN[:desc]',
      help: 'order by a column; waits for all clients (default: the newest first, as the portal sends them)',
      completes: columnNames,
    },
    filter: {
      type: 'string',
      multiple: true,
      value: 'FILTER',
      help: "only clients that match, such as 'scope=files:write'; may be repeated",
    },
    ids: {
      type: 'string',
      value: 'FILE',
      help: 'the clients whose ids are in a file, one a line, or - for stdin; says which are missing',
      completes: 'file',
    },
    ...portalOptions,
    ...helpOption,
  },
  details: [
    `Tables have the columns ${usual.join(', ')} unless --columns says otherwise;
CSV has all columns but the logo, JSON all fields. Rows are written as pages come. Secrets are hidden in
every format, and no CSV cell can start a formula.`,
    filterHelp,
  ],
  examples: [
    { command: 'docspace-oauth list', what: 'every client, as a table' },
    {
      command: "docspace-oauth list --filter 'scope=files:write' --filter enabled=true",
      what: 'enabled clients that may write files',
    },
    {
      command: 'docspace-oauth list --format csv --sort name > clients.csv',
      what: 'all columns, for a spreadsheet',
    },
    {
      command: 'docspace-oauth list --ids ids.txt --json',
      what: 'the clients with these ids, and the ids that are missing',
    },
  ],
  exitCodes: {
    0: 'it worked',
    1: 'a call failed, ids are missing or the list may be incomplete',
    2: 'wrong usage',
  },
  asksPortal: true,
} as const satisfies CommandDescription;
