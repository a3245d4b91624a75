import type { Change } from './change.ts';

const longest = 120;

/** What became of a place, in one sentence without its subject: "`maximum` was 50 and is 40". */
export function whatHappened({ kind, property, before, after }: Change): string {
  if (kind === 'removed') return 'was removed';
  if (kind === 'added') return 'was added';
  if (property === 'key') return `was called ${text(before)} and is called ${text(after)}`;
  const name = `\`${property ?? ''}\``;
  if (isNames(before, property) && isNames(after, property)) return lists(name, before ?? [], after ?? []);
  if (before === undefined) return `has now ${name} ${text(after)}`;
  if (after === undefined) return `has no longer ${name} ${text(before)}`;
  return `has ${name} ${text(after)}; it was ${text(before)}`;
}

/** `required` of a schema and `enum` are sets of names: what came and what went says more than both lists. */
function isNames(value: unknown, property: string | undefined): value is unknown[] | undefined {
  if (property !== 'enum' && property !== 'required') return false;
  return value === undefined || Array.isArray(value);
}

function lists(name: string, before: readonly unknown[], after: readonly unknown[]): string {
  const { gone, come } = difference(before, after);
  const parts = [
    ...(gone.length > 0 ? [`no longer lists ${gone.map(text).join(', ')}`] : []),
    ...(come.length > 0 ? [`now lists ${come.map(text).join(', ')}`] : []),
  ];
  return parts.length === 0
    ? `has ${name} in another order`
    : `has a list ${name} that ${parts.join(' and ')}`;
}

/** What is only in one of two lists. */
export function difference(
  before: readonly unknown[],
  after: readonly unknown[],
): { gone: unknown[]; come: unknown[] } {
  return {
    gone: before.filter((value) => !after.includes(value)),
    come: after.filter((value) => !before.includes(value)),
  };
}

function text(value: unknown): string {
  const whole = JSON.stringify(value) ?? 'nothing';
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}

/**
 * A place in a bundle as one says it: "response 200, data[].name". The operation is named elsewhere.
 */
export function placeName(path: readonly string[]): string {
  const [first, , method, ...rest] = path;
  if (first !== 'paths') return path.join('.');
  if (method === undefined) return 'the path';
  const [kind, name, ...inner] = rest;
  if (kind === 'responses' && name !== undefined) return responseName(name, inner);
  if (kind === undefined) return 'the operation';
  const words = [kind === 'parameters' ? 'parameter' : kind, name, ...inner];
  return words.filter((key) => key !== undefined && key !== 'schema').join(' ');
}

function responseName(status: string, [kind, name, schema, ...inner]: readonly string[]): string {
  const response = `response ${status}`;
  if (kind === undefined) return response;
  if (kind === 'headers') return name === undefined ? `${response}, headers` : `${response}, header ${name}`;
  if (kind !== 'content' || name === undefined) return [response, kind, name].filter(Boolean).join(', ');
  if (schema !== 'schema') return [`${response}, ${name}`, schema, ...inner].filter(Boolean).join(', ');
  const field = fieldName(inner);
  return field === '' ? `${response}, the ${name} body` : `${response}, ${field}`;
}

/** The way into a schema as one into a value: `/properties/data/items/properties/name` is `data[].name`. */
function fieldName(keys: readonly string[]): string {
  let name = '';
  for (let index = 0; index < keys.length; index++) {
    const [key = '', next = ''] = keys.slice(index);
    if (key === 'items') name += '[]';
    else if (key === 'properties' && next !== '') name += `${name === '' ? '' : '.'}${next}`;
    else if ((key === 'oneOf' || key === 'anyOf') && next !== '') name += `(${key} ${next})`;
    else name += ` ${key}`;
    if (key === 'properties' || key === 'oneOf' || key === 'anyOf') index++;
  }
  return name.trim();
}
