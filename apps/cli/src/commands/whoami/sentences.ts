import { fieldList } from '@docspace-oauth/terminal/field-list';

import type { Identity } from './identity.ts';

const roles: Readonly<Record<string, string>> = {
  administrator: 'administrator: sees all clients of the portal',
  user: 'user: sees the own clients',
  guest: 'guest, or a user whose developer tools are closed: sees public information only',
};

/** The identity for people. */
export function sentencesOf(identity: Identity): string[] {
  const unknown = `not told in the ${identity.dialect}'s dialect`;
  const { role, token_seconds_left: seconds, requests_left: requests } = identity;
  return fieldList({
    portal: identity.portal,
    dialect: identity.dialect,
    user: identity.user ?? unknown,
    email: identity.email ?? unknown,
    'user id': identity.user_id ?? unknown,
    role: role === null ? unknown : roles[role],
    tenant: identity.tenant === null ? unknown : `${identity.tenant} (${identity.tenant_url ?? '-'})`,
    token: seconds === null ? 'none: the key itself is sent' : `valid for ${seconds} s, then renewed`,
    'requests left': requests ?? 'not told',
    'may list clients': identity.may_list ? 'yes' : 'no',
  });
}
