/** Servers that listen on this machine: the port, the address, and which requests may be meant for them. */
export { checkHost, type HostRequest } from './host.ts';
export { freePort, listen, ListenError, PortInUseError, type ListenOptions } from './listen.ts';
export { exposureWarning, isLoopback } from './loopback.ts';
export { isForeignPage } from './origin.ts';
export { serverUrl } from './url.ts';
export { openPages, PagesError, pagesPath, type PageResponse, type Pages } from './pages.ts';
