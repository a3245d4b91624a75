const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** Whether the server refuses a path before anything else: an escaped separator or NUL, or what is no URI. */
export function isMalformed(path: string): boolean {
  return /%(?:2f|5c|00)|%(?![\da-f]{2})|["<>\\^`{|}]|[^\x21-\x7e]/iu.test(path);
}

/** Whether the service's firewall refuses a request: it could mean different things to different programs. */
export function isSuspicious(method: string, path: string): boolean {
  if (!METHODS.includes(method)) return true;
  return /;|\/\/|%(?:3b|25|2e|0a|0d)|\/\.{1,2}(?:\/|$)/iu.test(path);
}
