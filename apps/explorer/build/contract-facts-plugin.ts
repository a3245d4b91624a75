import type { OpenApiDocument } from '@docspace-oauth/openapi';
import guide from '@docspace-oauth/openapi/guide.json' with { type: 'json' };
import portal from '@docspace-oauth/openapi/portal.json' with { type: 'json' };
import type { Plugin } from 'vite';

import { factsOf } from './contract-facts.ts';

const name = 'virtual:contract-facts';

/** Gives the pages a few kilobytes of the contract in place of its two documents. */
export function contractFacts(): Plugin {
  return {
    name: 'contract-facts',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      // The bundles are built and linted by their own package, so they are what their type says.
      const facts = {
        guide: factsOf(guide as unknown as OpenApiDocument),
        portal: factsOf(portal as unknown as OpenApiDocument),
      };
      return `export const contractFacts = ${JSON.stringify(facts)};`;
    },
  };
}
