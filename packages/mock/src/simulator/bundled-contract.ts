import { precompiledChecks, type Dialect, type OpenApiDocument } from '@docspace-oauth/openapi';
import guide from '@docspace-oauth/openapi/guide.json' with { type: 'json' };
import portal from '@docspace-oauth/openapi/portal.json' with { type: 'json' };

import type { Contract } from './simulator.ts';

const documents: Readonly<Record<Dialect, unknown>> = { guide, portal };

/** The contract of a dialect as this package was built with it. */
export function bundledContract(dialect: Dialect): Contract {
  return { document: documents[dialect] as OpenApiDocument, checks: precompiledChecks(dialect) };
}
