// Reads OAuth2 clients from a server that answers as the first guide says. Node.js 20 or newer.

const BASE_URL = (process.env.DOCSPACE_URL ?? '').replace(/\/+$/, '');
const API_KEY = (process.env.DOCSPACE_API_KEY ?? '').trim();

/** Sends a GET. After a 429 it waits for as long as the server says. */
async function get(path, credential = { Authorization: `Bearer ${API_KEY}` }) {
  const giveUpAt = Date.now() + 120_000;
  for (;;) {
    const response = await fetch(BASE_URL + path, {
      headers: { Accept: 'application/json', ...credential },
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    const body = await response.text();
    const delay = 1000 * (Number(response.headers.get('retry-after')) || 1);
    if (response.status === 200) return unwrap(path, body);
    if (response.status !== 429 || Date.now() + delay > giveUpAt) {
      const hint = response.status === 403 ? ' A portal wants a token, not the key.' : '';
      throw new Error(`GET ${path}: ${response.status}.${hint}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, delay);
    });
  }
}

/** What is in the envelope, if there is one. */
function unwrap(path, text) {
  try {
    const body = JSON.parse(text);
    return body.response ?? body;
  } catch {
    throw new Error(`GET ${path}: the answer is not JSON.`);
  }
}

/** The bulk answer leaves out what it does not know. */
async function getClientsInfo(ids) {
  const query = new URLSearchParams(ids.map((id) => ['ids', id]));
  const found = await get(`/api/2.0/clients/info?${query}`);
  const known = new Set(found.map(idOf));
  return { found, missing: ids.filter((id) => !known.has(id)) };
}

const idOf = (client) => client.client_id ?? client.id;

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
  console.error('Set DOCSPACE_URL to the address of a server and DOCSPACE_API_KEY to an API key of it.');
  process.exit(2);
}
try {
  const clients = await get('/api/2.0/clients');
  const names = clients.map((client) => ({ client_id: idOf(client), name: client.name }));
  print(`Step 1: ${clients.length} clients`, names);
  if (clients.length > 0) {
    const id = idOf(clients[0]);
    const segment = encodeURIComponent(id);
    print('Step 2: the client', await get(`/api/2.0/clients/${segment}`));
    print('Step 3: its details', await get(`/api/2.0/clients/${segment}/info`));
    print('Step 4: what anyone may see', await get(`/api/2.0/clients/public/${segment}/info`, {}));
    const ids = [id, '00000000-0000-4000-8000-000000000000'];
    print('Step 5: the details of several', await getClientsInfo(ids));
  }
} catch (error) {
  const { message, cause } = error;
  console.error(`Error: ${cause?.code ? `${message}: ${cause.code}` : message}`);
  process.exitCode = 1;
}
