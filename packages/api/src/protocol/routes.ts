import { guide } from './guide.ts';
import type { Dialect } from './dialect.ts';
import type { DialectRules, OperationId, Parameters, RequestId } from './operations.ts';
import type { PathPrefix } from './portal.ts';
import { portal, tokenPath } from './portal.ts';

export const dialects: Readonly<Record<Dialect, DialectRules>> = { guide, portal };

/** The path and query of an operation, beneath the base URL. Only portals have the newer prefix. */
export function targetOf(
  dialect: Dialect,
  operationId: OperationId,
  parameters: Parameters,
  prefix: PathPrefix,
): string {
  const { routes, query } = dialects[dialect];
  const route = routes[operationId];
  const prefixed = dialect === 'portal' ? route.replace('clients', prefix) : route;
  let target = prefixed.replace('{id}', encodeURIComponent(parameters.id ?? ''));
  let separator = '?';
  for (const [name, value] of query(parameters)) {
    if (value == null) continue;
    target += `${separator}${name}=${encodeURIComponent(value)}`;
    separator = '&';
  }
  return target;
}

/** The same path under one of the two prefixes. A path under neither stays as it is. */
export function withPrefix(path: string, prefix: PathPrefix): string {
  return path.replace(/^\/api\/2\.0\/(?:oauth2\/)?clients(?=$|[/?])/, `/api/2.0/${prefix}`);
}

/** Whether a path fits a template such as `/api/2.0/clients/{id}`. A variable is one segment that is not empty. */
function fits(template: string, path: string): boolean {
  const expected = template.split('/');
  const segments = path.split('/');
  return (
    segments.length === expected.length &&
    expected.every((part, index) =>
      part.startsWith('{') ? segments[index] !== '' : part === segments[index],
    )
  );
}

/**
 * The operation that a path beneath the base URL belongs to, in either dialect and under either prefix; undefined if it belongs to none. A path
 * without a variable wins: `/api/2.0/clients/info` is the bulk operation, not the client with the id `info`.
 */
export function operationOf(path: string): RequestId | undefined {
  const routes = Object.values(dialects).flatMap((rules) => Object.entries(rules.routes)) as [
    OperationId,
    string,
  ][];
  const all: [RequestId, string][] = [['generateJwtToken', tokenPath], ...routes];
  const found = all.filter(([, template]) => fits(template, withPrefix(path, 'clients')));
  return (found.find(([, template]) => !template.includes('{')) ?? found[0])?.[0];
}
