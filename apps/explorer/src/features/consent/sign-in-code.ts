/** What the lines of code below are made of. */
export interface SignIn {
  readonly name: string;
  readonly portal: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/**
 * The button. It leads to a route of the application, not to the portal: state and challenge are made for each sign-in,
 * and markup that had them would give everyone the same.
 */
export function buttonMarkup({ name }: SignIn): string {
  return [
    '<a class="docspace-sign-in" href="/sign-in/docspace">',
    `  Sign in to ${escaped(name)} with DocSpace`,
    '</a>',
  ].join('\n');
}

/** The route behind the button. */
export function routeCode({ portal, clientId, redirectUri, scopes }: SignIn): string {
  return `import { createHash, randomBytes } from 'node:crypto';

// GET /sign-in/docspace
const state = randomBytes(32).toString('base64url');
const verifier = randomBytes(32).toString('base64url');
session.docspace = { state, verifier }; // never in the page or in a link

const link = new URL(${literal(`${portal}/oauth2/authorize`)});
link.search = new URLSearchParams({
  response_type: 'code',
  client_id: ${literal(clientId)},
  redirect_uri: ${literal(redirectUri)},
  scope: ${literal(scopes.join(' '))},
  state,
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
}).toString();
response.redirect(link.href);

// GET ${pathOf(redirectUri)}: compare the state before anything else, and use both values once
const { state: expected, verifier: kept } = session.docspace ?? {};
delete session.docspace;
if (!expected || request.query.state !== expected) throw new Error('This sign-in was not started here.');
// then POST the code with code_verifier: kept to ${portal}/oauth2/token
`;
}

function pathOf(uri: string): string {
  return JSON.stringify(URL.parse(uri)?.pathname ?? '/').slice(1, -1);
}

/** A text as a literal of JavaScript that nothing in it can end. */
function literal(text: string): string {
  return `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
