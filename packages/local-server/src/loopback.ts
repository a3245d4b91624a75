const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/iu;

/** Whether a host name or address is this machine and nothing else; an IPv6 address with or without brackets. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/** What to say when a server listens on this host; undefined if only this machine can reach it. */
export function exposureWarning(host: string, whatTheyGet: string): string | undefined {
  if (isLoopback(host)) return undefined;
  return `Warning: everyone who can reach ${host} ${whatTheyGet}.`;
}
