import type { PublicClientInfo } from '@docspace-oauth/api';
import { consentLines } from '@docspace-oauth/audit/consent';
import type { ReactNode } from 'react';

import { Logo } from '../../shared/logo.tsx';
import { SafeLink } from '../../shared/safe-link.tsx';
import { safeUrl } from '../../shared/safe-url.ts';
import { Text } from '../../shared/text.tsx';

/** The consent screen, drawn from public information alone. Its buttons are part of the picture. */
export function ConsentCard({ client }: { client: PublicClientInfo }): ReactNode {
  const { name, logo, description, website_url, terms_url, policy_url, scopes } = client;
  const lines = consentLines(scopes);
  const website = safeUrl(website_url);
  return (
    <section className="consent-card" aria-labelledby="consent-name">
      <Logo logo={logo} name={name} size={72} />
      <h2 id="consent-name">
        <Text>{name}</Text>
      </h2>
      {website !== undefined && (
        <p className="consent-site">
          <SafeLink url={website}>{new URL(website).host}</SafeLink>
        </p>
      )}
      {description !== null && description !== '' && (
        <p>
          <Text>{description}</Text>
        </p>
      )}
      <p className="consent-ask">would like to use your DocSpace account:</p>
      {lines.length === 0 ? (
        <p className="absent">It asks for nothing.</p>
      ) : (
        <ul className="consent-scopes">
          {lines.map(({ what, access }) => (
            <li key={what}>
              <strong>
                <Text>{what}</Text>
              </strong>{' '}
              {access.join(' and ')}
            </li>
          ))}
        </ul>
      )}
      <p className="actions consent-buttons">
        <button type="button" className="button-primary" disabled>
          Allow
        </button>
        <button type="button" disabled>
          Deny
        </button>
      </p>
      <p className="consent-small">
        {terms_url !== null && <SafeLink url={terms_url}>Terms of service</SafeLink>}{' '}
        {policy_url !== null && <SafeLink url={policy_url}>Privacy policy</SafeLink>}
      </p>
      <p className="consent-small">A picture of the consent screen: its buttons do nothing.</p>
    </section>
  );
}
