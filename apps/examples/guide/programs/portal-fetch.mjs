// Reads the OAuth2 clients of a DocSpace portal. Node.js 20 or newer, nothing to install.

// #region settings
const BASE_URL = (process.env.DOCSPACE_URL ?? '').replace(/\/+$/, ''); // https://portal.example.com
const API_KEY = (process.env.DOCSPACE_API_KEY ?? '').trim(); // sk-...
// #endregion

// #region send
/** Sends a GET. A 429 is not a failure: the request is sent again when the portal has room for it. */
async function send(path, credential = {}) {
  const giveUpAt = Date.now() + 120_000;
  for (let refusals = 0; ; refusals += 1) {
    const response = await fetch(BASE_URL + path, {
      headers: { Accept: 'application/json', ...credential },
      redirect: 'manual', // Following one would show the credential to another server.
      signal: AbortSignal.timeout(30_000),
    });
    const { status, headers } = response;
    const body = await response.text();
    const delay = delayAfter(headers, refusals);
    if (status !== 429 || Date.now() + delay > giveUpAt) return { path, status, headers, body };
    await new Promise((resolve) => {
      setTimeout(resolve, delay);
    });
  }
}

/** How long to wait after a 429, in milliseconds. */
function delayAfter(headers, refusals) {
  // A portal does not send it, but a proxy in front of one may.
  const seconds = Number(headers.get('retry-after'));
  // Until there is room for one call. 0 means that the portal does not say.
  const nanoseconds = Number(headers.get('x-ratelimit-reset'));
  const least = seconds * 1000 || nanoseconds / 1_000_000 || 500;
  // Programs that share a key must not come back at the same moment.
  return least + Math.random() * Math.min(5000, 500 * 2 ** refusals);
}
// #endregion

// #region token
let token;

/** Buys a token of five minutes. The API key is sent here and nowhere else. */
async function exchangeKey() {
  const answer = await send('/api/2.0/security/oauth2/token', { Authorization: `Bearer ${API_KEY}` });
  const bought = parse(answer)?.response;
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(bought)) return bought;
  throw new Error(`GET ${answer.path}: the answer has no token.`);
}

/** Sends a GET with the token. One that is refused has expired: it is renewed, once. */
async function getSigned(path) {
  token ??= await exchangeKey();
  let answer = await send(path, { 'x-signature': token });
  if (isTokenRefused(answer)) {
    token = await exchangeKey();
    answer = await send(path, { 'x-signature': token });
  }
  return parse(answer);
}
// #endregion

// #region failures
/** Many empty answers have a 403. Without both headers it is about the token. */
function isTokenRefused({ status, headers, body }) {
  return status === 403 && body === '' && !headers.has('x-ratelimit-remaining') && !headers.has('set-cookie');
}

/** The JSON of an answer, or an error that says what its status means. */
function parse({ path, status, headers, body }) {
  let problem = meaningOf({ path, status, headers, body });
  if (problem === undefined) {
    try {
      return JSON.parse(body);
    } catch {
      problem = 'the answer is not JSON';
    }
  }
  throw Object.assign(new Error(`GET ${path}: ${status}, ${problem}.`), { status });
}

/** What went wrong; undefined for a success. */
function meaningOf({ path, status, headers, body }) {
  if (status === 200) return undefined;
  if (status < 400) return 'a redirect: check DOCSPACE_URL';
  if (status === 400) return 'a value in the request is not allowed';
  if (status === 402) return 'the portal is not paid for';
  if (status === 429) return 'there are too many calls: try later';
  if (status >= 500) return 'the portal failed: try later';
  if (headers.get('content-type')?.startsWith('text/html'))
    return 'a page of something in front of the portal';
  if (path.endsWith('/token')) {
    if (status === 401) return 'the API key is unknown, expired or disabled';
    if (status === 403 && body === '') return 'the API key is Restricted: make one with All or Read only';
    if (status === 403) return 'the portal is being restored, or does not admit your IP address';
    return body.includes('"traceId"')
      ? 'the portal is suspended'
      : 'this is not a portal, or it is older than DocSpace 3.1';
  }
  if (status === 404) return 'there is no such client, or you may not see it';
  if (status !== 403) return 'this is not a portal';
  if (body !== '') return 'guests may not read clients, nor may users without developer tools';
  if (headers.has('x-ratelimit-remaining')) return 'there is no such path, or a proxy lost the token';
  if (headers.has('set-cookie')) return 'a character of the id is refused, or a part of the portal is down';
  return 'the token is refused';
}
// #endregion

// #region every-client
/** Every client of a list, each once, the newest first. */
async function* everyClient(path) {
  const seen = new Set();
  let cursors = [{}];
  while (cursors.length > 0) {
    const [cursor, ...others] = cursors;
    cursors = others;
    let page;
    try {
      page = await getSigned(`${path}?${new URLSearchParams({ limit: 50, ...cursor })}`);
    } catch (error) {
      // An older portal may not read this form of the cursor. Then the next one is tried.
      if (others.length > 0 && [400, 500].includes(error.status)) continue;
      throw error;
    }
    const { data, last_created_on } = page;
    if (!Array.isArray(data)) throw new Error(`GET ${path}: the answer is not a page of clients.`);
    if (data.length === 0) return;
    const fresh = data.filter(({ client_id }) => !seen.has(client_id));
    for (const client of fresh) {
      seen.add(client.client_id);
      yield client;
    }
    if (fresh.length > 0) {
      cursors = cursorsAfter(data.at(-1), last_created_on === null);
    } else if (data.length === 50 && data.every(({ created_on }) => created_on === data[0].created_on)) {
      console.error('Warning: more than 50 clients may share one date; some of them may be missing.');
    }
  }
}

/** What may continue the list after its last client, the best first. */
function cursorsAfter({ client_id, created_on }, isEnd) {
  const dates = [created_on];
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(created_on)) {
    dates.unshift(`${created_on}[UTC]`);
    if (!isEnd) dates.unshift(justAfter(created_on));
  }
  return dates.map((last_created_on) => ({ last_client_id: client_id, last_created_on }));
}

/** The date one microsecond later, with nine digits and the offset of one minute. */
function justAfter(date) {
  const [seconds, fraction = ''] = date.replace('Z', '').split('.');
  const nanoseconds = Number(fraction.padEnd(9, '0')) + 1000;
  const time = Date.parse(`${seconds}Z`) + 60_000 + (nanoseconds < 1e9 ? 0 : 1000);
  return `${new Date(time).toISOString().slice(0, 19)}.${String(nanoseconds % 1e9).padStart(9, '0')}+00:01`;
}
// #endregion

// #region step-1
async function getClients() {
  const clients = [];
  for await (const client of everyClient('/api/2.0/clients')) clients.push(client);
  return clients;
}
// #endregion

// #region step-2
async function getClient(id) {
  return withoutNullText(await getSigned(`/api/2.0/clients/${encodeURIComponent(id)}`));
}

/** A portal's cache writes the text "null" where one of these fields is empty. */
function withoutNullText(client) {
  for (const field of ['description', 'website_url', 'terms_url', 'policy_url', 'logo']) {
    if (client[field] === 'null') client[field] = null;
  }
  return client;
}
// #endregion

// #region step-3
async function getClientInfo(id) {
  return withoutNullText(await getSigned(`/api/2.0/clients/${encodeURIComponent(id)}/info`));
}
// #endregion

// #region step-4
async function getPublicClientInfo(id) {
  const answer = await send(`/api/2.0/clients/${encodeURIComponent(id)}/public/info`); // No credential.
  return withoutNullText(parse(answer));
}
// #endregion

// #region step-5
async function getClientsInfo(ids) {
  const found = [];
  const missing = new Set(ids.map((id) => id.toLowerCase()));
  for await (const client of everyClient('/api/2.0/clients/info')) {
    if (missing.delete(client.client_id.toLowerCase())) found.push(client);
    if (missing.size === 0) break;
  }
  return { found, missing: [...missing] };
}
// #endregion

/** Prints a value: no secret, no long text, and only characters that no terminal obeys. */
function print(title, value) {
  const shorten = (key, item) => {
    if (key === 'client_secret') return '(hidden)';
    return typeof item === 'string' && item.length > 80 ? `${item.slice(0, 40)}...` : item;
  };
  const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  console.log(`${title}\n${JSON.stringify(value, shorten, 2).replaceAll(/[^\n -~]/g, escape)}\n`);
}

if (!/^https?:\/\/[^@?#]+$/.test(BASE_URL) || !/^[!-~]+$/.test(API_KEY)) {
  console.error('Set DOCSPACE_URL to the address of a portal and DOCSPACE_API_KEY to an API key of it.');
  process.exit(2);
}
try {
  const clients = await getClients();
  const names = clients.map(({ client_id, name }) => ({ client_id, name }));
  print(`Step 1: ${clients.length} clients`, names);
  if (clients.length > 0) {
    const id = clients[0].client_id;
    print('Step 2: the client', await getClient(id));
    print('Step 3: its details', await getClientInfo(id));
    print('Step 4: what anyone may see', await getPublicClientInfo(id));
    const ids = [id, '00000000-0000-4000-8000-000000000000'];
    print('Step 5: the details of several', await getClientsInfo(ids));
  }
} catch (error) {
  const { message, cause } = error;
  console.error(`Error: ${cause?.code ? `${message}: ${cause.code}` : message}`);
  process.exitCode = 1;
}
