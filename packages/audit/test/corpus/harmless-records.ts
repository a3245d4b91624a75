import { app, harmless, type Case } from './case.ts';

/** Records as servers of several versions send them: nulls, absent fields, old links, unknown words, dates in every form. */
export const harmlessRecords: Case[] = [
  harmless(app('No description', 'nodesc.example', { description: 'null' })),
  harmless(app('No logo', 'nologo.example', { logo: null })),
  harmless(app('Logo as text', 'logotext.example', { logo: 'null' })),
  harmless(app('Blank logo', 'blanklogo.example', { logo: '' })),
  harmless(
    app('Logo at the limit', 'logolimit.example', { logo: `data:image/png;base64,${'A'.repeat(133_332)}` }),
  ),
  harmless(
    app('Logo by address', 'logoaddress.example', { logo: 'https://www.logoaddress.example/logo.png' }),
  ),
  harmless(
    app('Logo with parameters', 'logoparam.example', { logo: 'data:image/jpg;charset=utf-8;base64,AAAA' }),
  ),
  harmless(
    app('Link without scheme', 'noscheme.example', {
      website_url: 'www.noscheme.example',
      terms_url: 'noscheme.example/terms',
      policy_url: 'noscheme.example:8443/privacy',
    }),
  ),
  harmless(app('Link in capitals', 'capitals.example', { terms_url: 'HTTPS://WWW.CAPITALS.EXAMPLE/TERMS' })),
  harmless(app('Link with blanks around', 'blanks.example', { website_url: ' https://blanks.example ' })),
  harmless(app('Link with final dot', 'dot.example', { website_url: 'https://www.dot.example./' })),
  harmless(app('Link in punycode', 'größe.example', { policy_url: 'https://xn--gre-6ka8i.example/' })),
  harmless(app('No redirects', 'noredirects.example', { redirect_uris: [] })),
  harmless(app('Redirects are null', 'nullredirects.example', { redirect_uris: null })),
  harmless(app('Redirects are absent', 'absent.example', { redirect_uris: undefined })),
  harmless(app('Redirects are a text', 'textual.example', { redirect_uris: 'https://textual.example/cb' })),
  harmless(app('Origins are absent', 'noorigins.example', { allowed_origins: undefined })),
  harmless(app('Origins are null', 'nullorigins.example', { allowed_origins: null })),
  harmless(
    app('Origin with default port', 'port.example', { allowed_origins: ['https://port.example:443'] }),
  ),
  harmless(app('Origin in capitals', 'originup.example', { allowed_origins: ['HTTPS://ORIGINUP.EXAMPLE'] })),
  harmless(app('Methods are absent', 'nomethods.example', { authentication_methods: undefined })),
  harmless(app('Methods are empty', 'emptymethods.example', { authentication_methods: [] })),
  harmless(app('Methods are null', 'nullmethods.example', { authentication_methods: null })),
  harmless(app('Future method', 'jwtmethod.example', { authentication_methods: ['private_key_jwt'] })),
  harmless(
    app('Two secrets', 'basic.example', {
      authentication_methods: ['client_secret_basic', 'client_secret_post'],
    }),
  ),
  harmless(
    app('Blank method', 'blankmethod.example', { authentication_methods: ['', 'client_secret_post'] }),
  ),
  harmless(app('Scopes are empty', 'noscopes.example', { scopes: [] })),
  harmless(app('Scopes are null', 'nullscopes.example', { scopes: null })),
  harmless(app('Future scope', 'futurescope.example', { scopes: ['webhooks:read', 'files:readwrite'] })),
  harmless(app('Numbers among scopes', 'numberscopes.example', { scopes: [1, null, 'files:read'] })),
  harmless(app('Never modified', 'nevermod.example', { modified_on: null })),
  harmless(app('Dates of the cloud', 'cloud.example', { modified_on: '2026-06-07T08:09:10.123456789Z' })),
  harmless(app('Date without seconds', 'nosec.example', { modified_on: '2026-06-07T08:09Z' })),
  harmless(app('Date with offset', 'offset.example', { modified_on: '2026-06-07T08:09:10+05:30' })),
  harmless(app('Date in the future', 'future.example', { modified_on: '2031-01-01T00:00:00Z' })),
  harmless(
    app('Unreadable dates', 'nodate.example', { created_on: 'yesterday', modified_on: '+10000-99-99' }),
  ),
  harmless(app('Exactly a year ago', 'year.example', { modified_on: '2025-11-29T12:00:00Z' })),
  harmless(app('A leap year ago', 'leap.example', { modified_on: '2025-11-28T12:00:00Z' })),
  harmless(
    app('Old but maintained', 'maintained.example', {
      created_on: '2021-01-01T00:00:00Z',
      modified_on: '2026-11-01T00:00:00Z',
    }),
  ),
  harmless(
    app('Without tenant fields', 'guide.example', {
      tenant: undefined,
      client_secret: undefined,
      is_public: undefined,
      enabled: undefined,
    }),
  ),
  harmless(app('Flags as text', 'flags.example', { is_public: 'false', enabled: 'true' })),
  harmless(app('Retired app', 'retired.example', { enabled: false }), 'disabled'),
  harmless(
    app('Finished app', 'finished.example', { modified_on: '2023-05-06T07:08:09Z' }),
    'unchanged-for-a-year',
  ),
  harmless(
    app('Internal tool', 'internal-tool.example', { terms_url: null, policy_url: null }),
    'information-url-missing',
  ),
  harmless(
    app('Script of a colleague', 'script.example', {
      website_url: 'null',
      terms_url: 'null',
      policy_url: 'null',
    }),
    'information-url-missing',
  ),
  harmless(app('Vector logo', 'vector.example', { logo: 'data:image/svg+xml;base64,PHN2Zy8+' }), 'logo-svg'),
  harmless(
    app('Photo as logo', 'photo-logo.example', { logo: `data:image/png;base64,${'A'.repeat(300_000)}` }),
    'logo-large',
  ),
  harmless(
    app('Origin with slash', 'slash.example', { allowed_origins: ['https://slash.example/'] }),
    'allowed-origin-malformed',
  ),
];
