import type { AuditRule } from './rule.ts';

type Source = AuditRule['source'];

export function rfc(number: number, section: string): Source {
  const url = `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`;
  return { title: `RFC ${number}, section ${section}`, url };
}

/** A fixed version of the draft, because the numbers of its sections may change until it is an RFC. */
export function oauth21(section: string): Source {
  const url = `https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-14#section-${section}`;
  return { title: `OAuth 2.1 draft 14, section ${section}`, url };
}

export const registeringAnApp: Source = {
  title: 'ONLYOFFICE: Creating OAuth app',
  url: 'https://api.onlyoffice.com/docspace/api-backend/get-started/authentication/oauth2/creating-oauth-app',
};
