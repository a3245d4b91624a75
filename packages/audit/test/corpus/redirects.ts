import { suspect, type Case, type Fields } from './case.ts';

const to = (...redirect_uris: string[]): Fields => ({ redirect_uris });
/** For redirects that leave no domain to compare the links with, or several. */
const ownDomain = 'https://app.tasks.example/oauth/callback';

export const redirectCases: Case[] = [
  suspect('http', to('http://app.tasks.example/cb'), 'redirect-uri-http'),
  suspect('http with a port', to('http://app.tasks.example:8080/cb'), 'redirect-uri-http'),
  suspect('http in capitals', to('HTTP://APP.TASKS.EXAMPLE/CB'), 'redirect-uri-http'),
  suspect('http beside https', to(ownDomain, 'http://app.tasks.example/cb'), 'redirect-uri-http'),
  suspect('http with a final dot', to('http://app.tasks.example./cb'), 'redirect-uri-http'),
  suspect(
    'http to a name that only begins like localhost',
    to('http://localhost.tasks.example/cb'),
    'redirect-uri-http',
  ),
  suspect(
    'http to a name that only begins like 127.0.0.1',
    to('http://127.0.0.1.tasks.example/cb'),
    'redirect-uri-http',
  ),
  suspect(
    'http to a name that contains localhost',
    to('http://mylocalhost.tasks.example/cb'),
    'redirect-uri-http',
  ),

  suspect('localhost', to('http://localhost/cb'), 'redirect-uri-localhost'),
  suspect('localhost with a port', to('http://localhost:3000/cb'), 'redirect-uri-localhost'),
  suspect('localhost with TLS', to('https://localhost:8443/cb'), 'redirect-uri-localhost'),
  suspect('localhost in capitals', to('http://LocalHost:3000/cb'), 'redirect-uri-localhost'),
  suspect('localhost with a final dot', to('http://localhost.:3000/cb'), 'redirect-uri-localhost'),
  suspect('a name below localhost', to('http://app.localhost/cb'), 'redirect-uri-localhost'),

  suspect('any subdomain', to('https://*.tasks.example/cb'), 'redirect-uri-wildcard'),
  suspect('any path', to('https://app.tasks.example/*'), 'redirect-uri-wildcard'),
  suspect('any query', to('https://app.tasks.example/cb?next=*'), 'redirect-uri-wildcard'),
  suspect('any port', to('http://127.0.0.1:*/cb'), 'redirect-uri-wildcard', 'redirect-uri-not-absolute'),
  suspect('anything', to('*'), 'redirect-uri-wildcard', 'redirect-uri-not-absolute'),
  suspect('any host over http', to('http://*.tasks.example/'), 'redirect-uri-wildcard', 'redirect-uri-http'),

  suspect('fragment', to(`${ownDomain}#done`), 'redirect-uri-fragment'),
  suspect('empty fragment', to(`${ownDomain}#`), 'redirect-uri-fragment'),
  suspect('route of a single page app', to('https://app.tasks.example/#/oauth'), 'redirect-uri-fragment'),
  suspect('fragment of a private-use scheme', to('com.example.tasks:/cb#x'), 'redirect-uri-fragment'),

  suspect('user name', to('https://ann@app.tasks.example/cb'), 'redirect-uri-user-information'),
  suspect(
    'user name and password',
    to('https://ann:pass@app.tasks.example/cb'),
    'redirect-uri-user-information',
  ),
  suspect('empty user name', to('https://@app.tasks.example/cb'), 'redirect-uri-user-information'),
  suspect(
    'user name that looks like a host',
    to('https://www.example.com@app.tasks.example/cb'),
    'redirect-uri-user-information',
  ),
  suspect(
    'user name with http and fragment',
    to('http://ann@app.tasks.example/cb#'),
    'redirect-uri-user-information',
    'redirect-uri-http',
    'redirect-uri-fragment',
  ),

  suspect('public IPv4 address', to('https://203.0.113.7/cb'), 'redirect-uri-ip-address'),
  suspect('public IPv6 address', to('https://[2001:4860:4860::8888]/cb'), 'redirect-uri-ip-address'),
  suspect(
    'IPv4 address over http',
    to('http://198.51.100.4:8080/cb'),
    'redirect-uri-ip-address',
    'redirect-uri-http',
  ),
  suspect('IPv4 address as one number', to('https://3405803783/cb'), 'redirect-uri-ip-address'),
  suspect('IPv4 address in hexadecimal', to('https://0xcb007107/cb'), 'redirect-uri-ip-address'),
  suspect('IPv4 address in IPv6', to('https://[::ffff:203.0.113.7]/cb'), 'redirect-uri-ip-address'),

  suspect('10.0.0.0/8', to('https://10.20.30.40/cb'), 'redirect-uri-private-host'),
  suspect('172.16.0.0/12', to('https://172.31.0.1/cb'), 'redirect-uri-private-host'),
  suspect('next to 172.16.0.0/12', to('https://172.32.0.1/cb'), 'redirect-uri-ip-address'),
  suspect(
    '192.168.0.0/16',
    to('http://192.168.1.10:8080/cb'),
    'redirect-uri-private-host',
    'redirect-uri-http',
  ),
  suspect(
    'link-local IPv4',
    to('http://169.254.169.254/cb'),
    'redirect-uri-private-host',
    'redirect-uri-http',
  ),
  suspect('shared address space of providers', to('https://100.64.0.9/cb'), 'redirect-uri-private-host'),
  suspect('0.0.0.0', to('http://0.0.0.0:3000/cb'), 'redirect-uri-private-host', 'redirect-uri-http'),
  suspect('unique local IPv6', to('https://[fd12:3456:789a::1]/cb'), 'redirect-uri-private-host'),
  suspect('link-local IPv6', to('https://[fe80::1]/cb'), 'redirect-uri-private-host'),
  suspect('unspecified IPv6', to('http://[::]/cb'), 'redirect-uri-private-host', 'redirect-uri-http'),
  suspect('private IPv4 in IPv6', to('https://[::ffff:10.0.0.1]/cb'), 'redirect-uri-private-host'),
  suspect('private address as one number', to('https://3232235777/cb'), 'redirect-uri-private-host'),
  suspect(
    'loopback as one number is this machine',
    to('http://2130706433/cb', 'https://intranet/cb'),
    'redirect-uri-private-host',
  ),
  suspect('name of one label', to('https://intranet/cb'), 'redirect-uri-private-host'),
  suspect(
    'name of one label with a port',
    to('http://buildserver:8080/cb'),
    'redirect-uri-private-host',
    'redirect-uri-http',
  ),
  suspect('.local', to('https://printer.local/cb'), 'redirect-uri-private-host'),
  suspect('.internal', to('https://tasks.corp.internal/cb'), 'redirect-uri-private-host'),
  suspect('.home.arpa', to('https://nas.home.arpa/cb'), 'redirect-uri-private-host'),
  suspect('.local in capitals with a final dot', to('https://NAS.LOCAL./cb'), 'redirect-uri-private-host'),

  suspect('two domains', to(ownDomain, 'https://tasks.example.org/cb'), 'redirect-uri-several-domains'),
  suspect(
    'two customers of one hoster',
    to(ownDomain, 'https://tasks-a.github.io/cb', 'https://tasks-b.github.io/cb'),
    'redirect-uri-several-domains',
  ),
  suspect(
    'two companies of one country',
    to(ownDomain, 'https://one.example.co.uk/cb', 'https://two.another.co.uk/cb'),
    'redirect-uri-several-domains',
  ),
  suspect(
    'domain of another script',
    to(ownDomain, 'https://app.tаsks.example/cb'),
    'redirect-uri-several-domains',
  ),
  suspect(
    'twelve domains',
    to(ownDomain, ...Array.from({ length: 11 }, (_, n) => `https://tasks${n}.example/cb`)),
    'redirect-uri-several-domains',
  ),

  suspect('no scheme', to('app.tasks.example/cb'), 'redirect-uri-not-absolute'),
  suspect('no scheme but a port', to('app.tasks.example:8443/cb'), 'redirect-uri-not-absolute'),
  suspect('localhost without a scheme', to('localhost:3000/cb'), 'redirect-uri-not-absolute'),
  suspect('no scheme but slashes', to('//app.tasks.example/cb'), 'redirect-uri-not-absolute'),
  suspect('path alone', to('/oauth/callback'), 'redirect-uri-not-absolute'),
  suspect('word', to('callback'), 'redirect-uri-not-absolute'),
  suspect('empty text', to(''), 'redirect-uri-not-absolute'),
  suspect('white space', to('   '), 'redirect-uri-not-absolute'),
  suspect('white space before', to(` ${ownDomain}`), 'redirect-uri-not-absolute'),
  suspect('line break inside', to('https://app.tasks.example/\ncb'), 'redirect-uri-not-absolute'),
  suspect('no host', to('https://'), 'redirect-uri-not-absolute'),
  suspect('one slash', to('https:/app.tasks.example/cb'), 'redirect-uri-not-absolute'),
  suspect('three slashes', to('https:///app.tasks.example/cb'), 'redirect-uri-not-absolute'),
  suspect('port out of range', to('https://app.tasks.example:99999/cb'), 'redirect-uri-not-absolute'),
  suspect('backslashes', to('https:\\\\app.tasks.example\\cb'), 'redirect-uri-not-absolute'),
  suspect(
    'backslash before @',
    to('https://app.tasks.example\\@www.example.com/cb'),
    'redirect-uri-not-absolute',
  ),
  suspect('script', to('javascript:alert(document.domain)'), 'redirect-uri-not-absolute'),
  suspect('file', to('file:///tmp/cb'), 'redirect-uri-not-absolute'),
  suspect('half an IPv6 address', to('https://[::1/cb'), 'redirect-uri-not-absolute'),
];
