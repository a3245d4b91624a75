import type { Finding, Place, Report } from '../report.ts';

/** Such as `cases/list.yaml:12:3`, or `portal.json#/paths` where only the pointer is known. */
export function placeText({ file, line, column, pointer }: Place): string {
  if (line !== undefined) return [file, line, ...(column === undefined ? [] : [column])].join(':');
  return pointer === undefined ? file : `${file}#${pointer}`;
}

/** What to do about a finding: its own advice, else that of its rule. */
export function helpFor({ rule, help }: Finding, { rules }: Report): string | undefined {
  return help ?? rules.find(({ id }) => id === rule)?.help;
}
