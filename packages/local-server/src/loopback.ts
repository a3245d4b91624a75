const ipv4Loopback = /^127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/;

/**
 * The one loopback rule of this project: whether a host name or address is this machine and nothing else. That is
 * `localhost` and its subdomains, 127.0.0.0/8, and `::1` with or without brackets.
 */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    name === '[::1]' ||
    ipv4Loopback.test(name)
  );
}

/** What to say when a server listens on this host; undefined if only this machine can reach it. */
export function exposureWarning(host: string, whatTheyGet: string): string | undefined {
  if (isLoopback(host)) return undefined;
  return `Warning: everyone who can reach ${host} ${whatTheyGet}.`;
}
