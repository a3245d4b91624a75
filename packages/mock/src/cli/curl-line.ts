import type { OpenApiDocument, SecurityScheme } from '@docspace-oauth/openapi';

/** The credentials in the command that is printed. */
export interface SampleCredentials {
  readonly key: string;
  readonly token: string;
}

/** A command that lists the clients, with the path and the credential that the document asks for. */
export function curlLine(document: OpenApiDocument, url: string, credentials: SampleCredentials): string {
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (get.operationId !== 'getClients') continue;
    const [scheme = ''] = Object.keys((get.security ?? document.security)?.[0] ?? {});
    const header = credentialHeader(document.components?.securitySchemes?.[scheme], credentials);
    return ['curl', ...(header === undefined ? [] : [`-H "${header}"`]), url + path].join(' ');
  }
  return `curl ${url}`;
}

function credentialHeader(
  scheme: SecurityScheme | undefined,
  { key, token }: SampleCredentials,
): string | undefined {
  if (scheme?.type === 'http' && scheme.scheme === 'bearer') return `Authorization: Bearer ${key}`;
  if (scheme?.type === 'apiKey' && scheme.in === 'header') return `${scheme.name}: ${token}`;
  return undefined;
}
