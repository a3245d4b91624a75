import type { Dialect } from '@docspace-oauth/openapi';

import type { DialectRules } from './dialect-rules.ts';
import { guide } from './guide.ts';
import { portal } from './portal/rules.ts';

export const rulesOf: Readonly<Record<Dialect, DialectRules>> = { guide, portal };
