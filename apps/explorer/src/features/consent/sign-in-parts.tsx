import type { PublicClientInfo } from '@docspace-oauth/api';
import { useState, type ReactNode } from 'react';

import { CopyButton } from '../../shared/copy-button.tsx';
import { visibleText } from '../../shared/visible-text.ts';
import { authorizeLink, portalOrigin, type Protection } from './authorization.ts';
import { buttonMarkup, routeCode, type SignIn } from './sign-in-code.ts';

interface SignInPartsProps {
  readonly client: PublicClientInfo;
  readonly redirectUris: readonly string[];
  readonly isMock: boolean;
  readonly protection: Protection;
  readonly onRenew: () => void;
}

/** The authorize link, and the button with the route behind it. */
export function SignInParts({
  client,
  redirectUris,
  isMock,
  protection,
  onRenew,
}: SignInPartsProps): ReactNode {
  // A mock signs nobody in, and behind a proxy the page does not know the portal's address.
  const [address, setAddress] = useState('https://portal.example.com');
  const [chosen, setChosen] = useState<string>();
  const redirectUri = chosen ?? redirectUris[0] ?? 'https://app.example.com/callback';
  const portal = portalOrigin(address);
  const { name, client_id: clientId, scopes, authentication_methods } = client;
  const signIn: SignIn = {
    name: visibleText(name),
    portal: portal ?? 'https://portal.example.com',
    clientId,
    redirectUri,
    scopes,
  };
  const link = authorizeLink({ ...signIn, protection });
  return (
    <section className="sign-in" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">Sign in with this client</h2>
      <div className="filters">
        <label>
          Portal
          <input
            type="url"
            value={address}
            aria-invalid={portal === undefined}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <label>
          Redirect URI
          <input
            type="url"
            list="redirect-uris"
            value={redirectUri}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
          <datalist id="redirect-uris">
            {redirectUris.map((uri) => (
              <option key={uri} value={visibleText(uri)} />
            ))}
          </datalist>
        </label>
      </div>
      {portal === undefined && (
        <p role="alert">This is no address of a portal; it is like https://portal.example.com.</p>
      )}
      {isMock && <p className="hint">The mock signs nobody in; put the address of a portal here.</p>}
      {authentication_methods.includes('none') && (
        <p className="hint">This client may have no secret, so PKCE is what protects it.</p>
      )}

      <h3>
        The authorize link <CopyButton text={link} label="the authorize link" />
      </h3>
      <pre tabIndex={0} role="group" aria-label="The authorize link" className="wrap">
        {visibleText(link)}
      </pre>
      <dl className="protection">
        <dt>state</dt>
        <dd>
          <code>{protection.state}</code>
          <small>Keep it in the user’s session, and compare it when they come back.</small>
        </dd>
        <dt>code_verifier</dt>
        <dd>
          <code>{protection.verifier}</code>
          <small>Keep it on your side; send it with the code to the token endpoint.</small>
        </dd>
        <dt>code_challenge</dt>
        <dd>
          <code>{protection.challenge}</code>
          <small>The SHA-256 of the verifier; only this is in the link.</small>
        </dd>
      </dl>
      <p className="actions">
        <button type="button" onClick={onRenew}>
          New values
        </button>
        <small>Each sign-in needs its own.</small>
      </p>

      <h3>
        The button <CopyButton text={buttonMarkup(signIn)} label="the markup of the button" />
      </h3>
      <pre tabIndex={0} role="group" aria-label="The button">
        {buttonMarkup(signIn)}
      </pre>
      <h3>
        The route behind it <CopyButton text={routeCode(signIn)} label="the code of the route" />
      </h3>
      <pre tabIndex={0} role="group" aria-label="The route behind the button">
        {visibleLines(routeCode(signIn))}
      </pre>
    </section>
  );
}

function visibleLines(code: string): string {
  return code.split('\n').map(visibleText).join('\n');
}
