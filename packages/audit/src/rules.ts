import type { AuditRule, ClientRule, PortalRule } from './rule.ts';
import { allowedOriginHttp } from './rules/allowed-origin-http.ts';
import { allowedOriginMalformed } from './rules/allowed-origin-malformed.ts';
import { authenticationNone } from './rules/authentication-none.ts';
import { authenticationOptional } from './rules/authentication-optional.ts';
import { disabled } from './rules/disabled.ts';
import { duplicateName } from './rules/duplicate-name.ts';
import { informationUrlMissing } from './rules/information-url-missing.ts';
import { informationUrlNotHttps } from './rules/information-url-not-https.ts';
import { informationUrlOtherDomain } from './rules/information-url-other-domain.ts';
import { logoLarge } from './rules/logo-large.ts';
import { logoSvg } from './rules/logo-svg.ts';
import { lookAlikeName } from './rules/look-alike-name.ts';
import { offeredToOtherTenants } from './rules/offered-to-other-tenants.ts';
import { redirectUriFragment } from './rules/redirect-uri-fragment.ts';
import { redirectUriHttp } from './rules/redirect-uri-http.ts';
import { redirectUriIpAddress } from './rules/redirect-uri-ip-address.ts';
import { redirectUriLocalhost } from './rules/redirect-uri-localhost.ts';
import { redirectUriNotAbsolute } from './rules/redirect-uri-not-absolute.ts';
import { redirectUriPrivateHost } from './rules/redirect-uri-private-host.ts';
import { redirectUriSeveralDomains } from './rules/redirect-uri-several-domains.ts';
import { redirectUriUserInformation } from './rules/redirect-uri-user-information.ts';
import { redirectUriWildcard } from './rules/redirect-uri-wildcard.ts';
import { scopeAll } from './rules/scope-all.ts';
import { scopeWrite } from './rules/scope-write.ts';
import { unchangedForAYear } from './rules/unchanged-for-a-year.ts';

export const clientRules: readonly ClientRule[] = [
  redirectUriHttp,
  redirectUriLocalhost,
  redirectUriWildcard,
  redirectUriFragment,
  redirectUriUserInformation,
  redirectUriIpAddress,
  redirectUriPrivateHost,
  redirectUriSeveralDomains,
  redirectUriNotAbsolute,
  allowedOriginHttp,
  allowedOriginMalformed,
  authenticationNone,
  authenticationOptional,
  scopeWrite,
  scopeAll,
  offeredToOtherTenants,
  disabled,
  unchangedForAYear,
  informationUrlMissing,
  informationUrlNotHttps,
  informationUrlOtherDomain,
  logoSvg,
  logoLarge,
];

export const portalRules: readonly PortalRule[] = [duplicateName, lookAlikeName];

/** Every rule, for lists and reports. */
export const rules: readonly AuditRule[] = [...clientRules, ...portalRules];
