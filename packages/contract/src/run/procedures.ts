import type { Procedure } from './procedure.ts';
import { everyClient } from './procedures/every-client.ts';
import { pageByPage } from './procedures/page-by-page.ts';
import { sameRecord } from './procedures/same-record.ts';
import { smallBucket } from './procedures/small-bucket.ts';

const procedures: Readonly<Record<string, Procedure>> = {
  'every-client': everyClient,
  'page-by-page': pageByPage,
  'same-record': sameRecord,
  'small-bucket': smallBucket,
};

export function isProcedure(name: string): boolean {
  return Object.hasOwn(procedures, name);
}

export function procedureOf(name: string): Procedure {
  const found = Object.hasOwn(procedures, name) ? procedures[name] : undefined;
  if (!found) throw new RangeError(`There is no procedure ${name}: ${Object.keys(procedures).join(', ')}.`);
  return found;
}
