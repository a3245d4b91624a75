import { hostOf } from './host.ts';

/** A redirect URI or an origin, read once for all rules. */
export interface Uri {
  /** As the portal stores it. */
  readonly text: string;
  /** Why it is no absolute URI, as the end of a sentence; undefined if it is one. */
  readonly problem: string | undefined;
  /** What a browser makes of it; undefined if it can make nothing of it. */
  readonly url: URL | undefined;
  /** In lower case, without colon. */
  readonly scheme: string | undefined;
  /** Of http and https only: what stands there in other schemes is no name of a host. */
  readonly host: string | undefined;
}

/** Reads a URI as a browser does, and says where RFC 3986 would not have it. */
export function parseUri(text: string): Uri {
  const schemeless = hasNoScheme(text);
  const url = schemeless ? undefined : parse(text);
  const scheme = url?.protocol.slice(0, -1);
  const host = url && (scheme === 'http' || scheme === 'https') ? hostOf(url) || undefined : undefined;
  return { text, problem: problemOf(text, schemeless, url), url, scheme, host };
}

/** `localhost:3000/callback` reads like a scheme and a path, but a port follows the colon. */
function hasNoScheme(text: string): boolean {
  return !/^\s*[a-z][a-z0-9+.-]*:/iu.test(text) || /^[^/?#:]+:\d+(?:[/?#]|$)/u.test(text);
}

function problemOf(text: string, schemeless: boolean, url: URL | undefined): string | undefined {
  if (text.trim() === '') return 'is blank';
  if (/[\s\p{Cc}]/u.test(text)) return 'contains white space or a control character';
  if (text.includes('\\')) return 'contains a backslash, which programs read in different ways';
  if (schemeless) return 'has no scheme';
  if (/^https?:(?!\/\/(?!\.?(?:[/?#:]|$)))/iu.test(text)) return 'has no host after its scheme';
  if (/^(?:javascript|vbscript|data|blob|file|about):/iu.test(text))
    return 'leads to no app, but into the browser itself';
  return url ? undefined : 'cannot be read as a URI';
}

/** Parses a URL; undefined instead of an error. (`URL.parse` is younger than the oldest browsers and Node that run this.) */
export function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
