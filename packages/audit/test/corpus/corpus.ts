import type { Case } from './case.ts';
import { harmlessNative } from './harmless-native.ts';
import { harmlessRecords } from './harmless-records.ts';
import { harmlessWeb } from './harmless-web.ts';
import { nameCases } from './names.ts';
import { otherFieldCases } from './other-fields.ts';
import { redirectCases } from './redirects.ts';

/** Clients that nobody has to look at: no finding, or only the notes that each names. */
export const harmlessCases: readonly Case[] = [...harmlessWeb, ...harmlessNative, ...harmlessRecords];

/** Clients with something to find. */
export const suspectCases: readonly Case[] = [...redirectCases, ...otherFieldCases, ...nameCases];
