/**
 * The address that a link may lead to: http and https, where the scheme may be missing. Undefined for everything else, such
 * as `javascript:`, and for an address that hides its host behind a user name.
 */
export function safeUrl(text: string | null | undefined): string | undefined {
  const given = text?.trim() ?? '';
  if (given === '' || /[\s\p{Cc}]/u.test(given)) return undefined;
  const hasScheme = /^[a-z][a-z\d+.-]*:/iu.test(given) && !/^[^/:]+:\d+(?:\/|$)/u.test(given);
  const url = URL.parse(hasScheme ? given : `https://${given}`);
  const allowed =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  return allowed ? url.href : undefined;
}

/** The picture of a logo: a data URL of one of the types that a portal stores, and nothing that is fetched. */
export function safeLogo(text: string | null | undefined): string | undefined {
  const isPicture = /^data:image\/(?:png|jpe?g|svg\+xml);base64,[A-Za-z\d+/]+={0,2}$/u;
  return text && isPicture.test(text) ? text : undefined;
}
