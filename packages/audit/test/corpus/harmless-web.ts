import { app, harmless, type Case } from './case.ts';

const read = (...scopes: string[]): { scopes: string[] } => ({
  scopes: scopes.map((scope) => `${scope}:read`),
});
const write = (...scopes: string[]): { scopes: string[] } => ({
  scopes: scopes.map((scope) => `${scope}:write`),
});

/** Web apps as companies register them: https, one domain, a secret, and no more rights than the app needs. */
export const harmlessWeb: Case[] = [
  harmless(app('Meeting minutes', 'minutes.example')),
  harmless(app('Invoice archive', 'invoices.example', read('files', 'rooms'))),
  harmless(app('Contract search', 'contracts.example', read('files', 'accounts.self'))),
  harmless(app('Team calendar', 'calendar.example', { scopes: ['openid'] })),
  harmless(app('Vacation planner', 'vacation.example', { scopes: ['openid', 'accounts.self:read'] })),
  harmless(app('Org chart', 'orgchart.example', read('accounts'))),
  harmless(app('Room booking', 'booking.example', read('rooms'))),
  harmless(app('Expense reports', 'expenses.example', { redirect_uris: ['https://expenses.example/cb'] })),
  harmless(
    app('Lab notebook', 'lab.example.org', { allowed_origins: ['https://notebook.lab.example.org:8443'] }),
  ),
  harmless(app('Course material', 'courses.example.net')),
  harmless(
    app('Ticket system', 'tickets.example', { redirect_uris: ['https://tickets.example:8443/oauth'] }),
  ),
  harmless(
    app('Press kit', 'press.example', { redirect_uris: ['https://press.example/login?provider=docspace'] }),
  ),
  harmless(
    app('Translation desk', 'translate.example', { redirect_uris: ['https://translate.example/a%20b/cb'] }),
  ),
  harmless(
    app('Photo wall', 'photos.example', { logo: 'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEASABIAAD' }),
  ),
  harmless(app('Signature service', 'sign.example', { description: 'Signs PDF files that a user picks.' })),
  harmless(app('Backup monitor', 'backup.example', { website_url: 'https://backup.example' })),
  harmless(app('Recruiting', 'jobs.example', { policy_url: 'https://legal.jobs.example/privacy#data' })),
  harmless(app('Newsletter', 'news.example', { terms_url: 'https://news.example/terms?lang=en' })),
  harmless(app('Knowledge base', 'wiki.example', { website_url: 'https://WIKI.example/Start' })),
  harmless(app('Map of sites', 'maps.example', { redirect_uris: ['HTTPS://APP.MAPS.EXAMPLE/Callback'] })),
  harmless(app('Help desk', 'help.example', { redirect_uris: ['https://app.help.example./callback'] })),
  harmless(
    app('Warehouse', 'warehouse.example', {
      allowed_origins: ['https://a.warehouse.example', 'https://b.warehouse.example'],
    }),
  ),
  harmless(
    app('Quality reports', 'quality.example.com', {
      redirect_uris: ['https://qa.example.com/cb', 'https://quality.example.com/cb'],
    }),
  ),
  harmless(
    app('Two stages', 'stages.example', {
      redirect_uris: ['https://app.stages.example/cb', 'https://test.stages.example/cb'],
    }),
  ),
  harmless(
    app('London office', 'office.example.co.uk', {
      redirect_uris: ['https://a.office.example.co.uk/cb', 'https://example.co.uk/cb'],
    }),
  ),
  harmless(app('Tokyo branch', 'branch.example.co.jp')),
  harmless(app('Sydney branch', 'branch.example.com.au')),
  harmless(
    app('Hosted page', 'team-page.github.io', {
      website_url: 'https://team-page.github.io',
      terms_url: 'https://team-page.github.io/terms',
      policy_url: 'https://team-page.github.io/privacy',
      redirect_uris: ['https://team-page.github.io/cb'],
      allowed_origins: ['https://team-page.github.io'],
    }),
  ),
  harmless(
    app('Twelve countries', 'countries.example', {
      redirect_uris: Array.from({ length: 12 }, (_, n) => `https://c${n}.countries.example/cb`),
    }),
  ),
  harmless(
    app('Twelve origins', 'origins.example', {
      allowed_origins: Array.from({ length: 12 }, (_, n) => `https://o${n}.origins.example`),
    }),
  ),
  harmless(
    app('Bücherregal', 'bücher.example', {
      redirect_uris: ['https://bücher.example/rückruf', 'https://app.xn--bcher-kva.example/cb'],
    }),
  ),
  harmless(app('Кадры', 'кадры.example')),
  harmless(app('文書検索', '文書.example')),
  harmless(app('مكتبة الملفات', 'files-library.example')),
  harmless(app('ארכיון', 'archive-he.example')),
  harmless(app('Αρχείο', 'archeio.example')),
  harmless(app('दस्तावेज़', 'dastavez.example')),
  harmless(app('Café directory', 'cafe.example')),
  harmless(app('🚀 Launch board', 'launch.example')),
  harmless(app('A'.repeat(255), 'long-name.example')),
  harmless(app('R&D <portal>', 'rd.example', { description: '<b>Research</b> & "development"' })),
  harmless(app('Drop box for suppliers', 'suppliers.example', write('files')), 'scope-write'),
  harmless(
    app('Document generator', 'generator.example', { scopes: ['files:read', 'files:write'] }),
    'scope-write',
  ),
  harmless(
    app('Room factory', 'rooms.example', { scopes: ['rooms:read', 'rooms:write', 'files:read'] }),
    'scope-write',
  ),
  harmless(
    app('Onboarding', 'onboarding.example', { scopes: ['accounts:write', 'accounts:read', 'rooms:write'] }),
    'scope-write',
  ),
  harmless(app('Profile sync', 'profiles.example', write('accounts.self')), 'scope-write'),
  harmless(app('Three of four', 'three.example', write('files', 'rooms', 'accounts')), 'scope-write'),
  harmless(
    app('Address book', 'contacts.example', { scopes: ['contacts:write', 'contacts.self:read'] }),
    'scope-write',
  ),
  harmless(app('Marketplace reader', 'market.example', { is_public: true }), 'offered-to-other-tenants'),
  harmless(
    app('Marketplace editor', 'editor-market.example', { is_public: true, ...write('files') }),
    'offered-to-other-tenants',
    'scope-write',
  ),
];
