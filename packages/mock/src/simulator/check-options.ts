import { dialects } from '@docspace-oauth/openapi';

import { cacheNames } from './cache.ts';
import { storeNames } from './databases/databases.ts';
import { limitNames } from './limits.ts';
import { MockError } from './mock-error.ts';
import type { Latency } from './scenario.ts';

/** Whether a value is right for an option, and what it should be. */
interface Rule {
  readonly allows: (value: unknown) => boolean;
  readonly wanted: string;
}

export type Rules = Readonly<Record<string, Rule>>;

export const MAX_CLIENTS = 100_000;
const MAX_SEED = 4_294_967_295;
const MAX_TTL_S = 86_400;
const MAX_LATENCY_MS = 600_000;

export function oneOf(names: readonly string[]): Rule {
  return { allows: (value) => names.includes(value as string), wanted: names.join(' or ') };
}

export function wholeNumber(least: number, most: number): Rule {
  return {
    allows: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    wanted: `a whole number from ${least} to ${most}`,
  };
}

export function ofType(type: 'string' | 'function' | 'object', wanted: string): Rule {
  return { allows: (value) => typeof value === type && value !== null, wanted };
}

/** A text that is not empty: an empty address, for example, would be every address of the machine. */
export function text(wanted: string): Rule {
  return { allows: (value) => typeof value === 'string' && value !== '', wanted };
}

/** The rules of the options that the server and the MSW handlers share. */
export const sharedRules: Rules = {
  dialect: oneOf(dialects),
  clients: wholeNumber(0, MAX_CLIENTS),
  seed: wholeNumber(0, MAX_SEED),
  scenario: text('the name of a scenario'),
  tokenTtl: wholeNumber(-MAX_TTL_S, MAX_TTL_S),
  store: oneOf(storeNames),
  limits: oneOf(limitNames),
  cache: oneOf(cacheNames),
};

/** Throws a MockError that names the first option that is wrong or unknown. */
export function checkOptions(options: unknown, rules: Rules): void {
  if (typeof options !== 'object' || options === null) throw new MockError('The options must be an object.');
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      throw new MockError(`There is no option "${name}"; there are ${Object.keys(rules).join(', ')}.`);
    }
    if (value !== undefined && !rule.allows(value)) {
      throw new MockError(`The option ${name} must be ${rule.wanted}, not ${printed(value)}.`);
    }
  }
}

export function isLatency(value: unknown): value is Latency {
  if (typeof value !== 'object' || value === null) return false;
  const { min, max } = value as Partial<Record<'min' | 'max', unknown>>;
  return isMilliseconds(min) && isMilliseconds(max) && min <= max;
}

export function isMilliseconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_LATENCY_MS;
}

function printed(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? JSON.stringify(value) : `a value of type ${typeof value}`;
}
