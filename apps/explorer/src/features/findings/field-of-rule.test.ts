import { rules } from '@docspace-oauth/audit';
import { expect, test } from 'vitest';

import { fieldOfRule } from './field-of-rule.ts';

test('each rule of the audit has its field', () => {
  const places = Object.fromEntries(rules.map(({ id }) => [id, fieldOfRule(id)]));
  expect(places).toMatchObject({
    'redirect-uri-http': 'redirect_uris',
    'scope-all': 'scopes',
    'logo-svg': 'logo',
    'look-alike-name': 'name',
  });
  const atName = Object.keys(places).filter((rule) => places[rule] === 'name');
  // Anything else here is a rule that is new and has no place yet.
  expect(atName.toSorted()).toEqual(['duplicate-name', 'look-alike-name']);
});
