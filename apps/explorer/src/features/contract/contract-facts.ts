import type { Dialect } from '@docspace-oauth/api';
import { contractFacts as built } from 'virtual:contract-facts';

import type { ContractFacts } from '../../../build/contract-facts.ts';

/** What the contracts of both dialects say, as the build took it out of them. */
export const contractFacts = built as Readonly<Record<Dialect, ContractFacts>>;
