/** The field that a rule of the audit is about, by the beginning of the rule's id. */
const fields: readonly (readonly [prefix: string, field: string])[] = [
  ['redirect-uri-', 'redirect_uris'],
  ['allowed-origin-', 'allowed_origins'],
  ['authentication-', 'authentication_methods'],
  ['scope-', 'scopes'],
  ['offered-to-other-tenants', 'is_public'],
  ['disabled', 'enabled'],
  ['unchanged-', 'modified_on'],
  ['information-url-', 'website_url'],
  ['logo-', 'logo'],
  ['duplicate-name', 'name'],
  ['look-alike-name', 'name'],
];

/** Where a finding stands: beside the field that the rule is about. A rule that nobody has placed stands at the name. */
export function fieldOfRule(rule: string): string {
  return fields.find(([prefix]) => rule.startsWith(prefix))?.[1] ?? 'name';
}
