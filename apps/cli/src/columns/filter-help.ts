import { columns } from './columns.ts';

const aliases = columns.flatMap((column) => ('alias' in column ? [column.alias] : []));

/** What help says about filters. */
export const filterHelp: string = `A filter is a column, an operator and a value: = and != compare, < and > order dates and numbers, ~ finds a
part of a text in any case. A list, such as scopes, = an item that it has. An empty value, as in policy_url=,
means that there is none. A day is its midnight in UTC. Several filters must all match. Short names of columns:
${aliases.join(', ')}.`;
