import guide from '@docspace-oauth/openapi/guide.json';
import portal from '@docspace-oauth/openapi/portal.json';

/** What Scalar's script gives the page. */
interface Scalar {
  readonly createApiReference: (element: string, configuration: object) => void;
}

declare global {
  var Scalar: Scalar | undefined;
}

const isLoopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/u.test(location.hostname);

/** What was chosen in the explorer. */
const theme = localStorage.getItem('theme');

/** Both documents call the server of this page, in place of the portal that the contract names. */
function onThisServer<Document extends object>(document: Document): Document {
  return { ...document, servers: [{ url: location.origin, description: 'This server' }] };
}

// Zod, within Scalar, then does not try whether the policy lets it compile code, which the browser would report.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
await load('/explorer/reference/scalar.js');
globalThis.Scalar?.createApiReference('#reference', {
  sources: [
    { title: 'The guide', slug: 'guide', content: onThisServer(guide) },
    { title: 'A live portal', slug: 'portal', content: onThisServer(portal) },
  ],
  // Nothing is asked of anyone else: the policy of the page forbids it, and these keep Scalar from trying.
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  // Try-it is for a mock or a proxy on this machine.
  hideTestRequestButton: !isLoopback,
  darkMode: theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches),
  metaData: { title: 'DocSpace OAuth clients – API reference' },
});

async function load(source: string): Promise<void> {
  const script = document.createElement('script');
  script.src = source;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
  });
  document.head.append(script);
  await loaded;
}
