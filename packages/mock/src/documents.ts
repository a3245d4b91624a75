import { documentPath as pathOf, readDocumentFile } from '@docspace-oauth/openapi/node';
import type { Dialect, SecurityScheme } from '@docspace-oauth/openapi';

// Only for `proxy/`, until it is a package of its own.

export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, SecurityScheme>> };
}

export function documentPath(dialect: Dialect): string {
  return pathOf(dialect);
}

export async function readDocument(path: string): Promise<OpenApiDocument> {
  return readDocumentFile(path);
}
