import type { RulesetDefinition } from '@stoplight/spectral-core';
import { Spectral } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { expect, test } from 'vitest';
import { dialects, readBundle } from './bundles.ts';

/** The rules of Spectral's own ruleset for OpenAPI that a document breaks. */
async function brokenRules(document: object): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset({ extends: [[oas as RulesetDefinition, 'recommended']], rules: {} });
  return (await spectral.run(JSON.stringify(document))).map(({ code, path }) => `${code} ${path.join('/')}`);
}

test.each(dialects)("the bundle of the %s keeps Spectral's rules", async (dialect) => {
  expect(await brokenRules(readBundle(dialect))).toEqual([]);
});

test('a document without a contact, and an example that does not match its schema, are found', async () => {
  const { info, ...rest } = readBundle('portal') as object as {
    info: { contact?: object };
    components: object;
  };
  const { contact: _, ...withoutContact } = info;
  expect(await brokenRules({ info: withoutContact, ...rest })).toEqual(['info-contact info']);

  const guide = readBundle('guide');
  Object.assign(guide.components['examples']?.['client-bare'] as object, { value: { name: 7 } });
  expect((await brokenRules(guide)).join('\n')).toContain('oas3-valid-media-example');
});
