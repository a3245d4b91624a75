import type { OpenApiDocument, SecurityScheme } from './documents.ts';

/** A command that lists the clients, with the path and the credential that the document itself asks for. */
export function curlLine(document: OpenApiDocument, url: string): string {
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (get?.operationId !== 'getClients') continue;
    const [scheme = ''] = Object.keys((get.security ?? document.security)?.[0] ?? {});
    const header = credentialHeader(document.components?.securitySchemes?.[scheme]);
    return ['curl', ...(header === undefined ? [] : [`-H "${header}"`]), url + path].join(' ');
  }
  return `curl ${url}`;
}

function credentialHeader(scheme: SecurityScheme | undefined): string | undefined {
  if (scheme?.type === 'http' && scheme.scheme === 'bearer') return 'Authorization: Bearer any-key';
  if (scheme?.type === 'apiKey' && scheme.in === 'header') return `${scheme.name}: any-token`;
  return undefined;
}
