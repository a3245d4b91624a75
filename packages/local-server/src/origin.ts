/** The headers by which a browser says which page a request comes from. */
interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * Whether a request comes from a page whose origin is not allowed. Tools send no `Origin`, and neither do the images,
 * scripts and links of a page: those have a `Sec-Fetch-Site` that says so.
 */
export function isForeignPage(headers: OriginHeaders, allowed: readonly string[]): boolean {
  const { origin } = headers;
  if (origin !== undefined) return !allowed.includes(origin);
  return ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
}
