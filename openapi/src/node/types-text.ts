import { access } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Dialect } from '../dialects.ts';
import { ContractError } from './contract-error.ts';
import { documentPath } from './read-document.ts';

const header = `// Generated from the contract in openapi/. Do not edit: change the contract and run "pnpm generate".

`;

/**
 * The TypeScript types of a dialect's bundle, as openapi-typescript writes them. They are made here because that tool
 * needs the JavaScript API of TypeScript 5, while everything else is checked by TypeScript 7.
 */
export async function typesText(dialect: Dialect, folder?: string): Promise<string> {
  const path = documentPath(dialect, folder);
  await access(path).catch((cause: unknown) => {
    throw new ContractError(`${path} does not exist; "pnpm build" writes it.`, { cause });
  });
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  return header + astToString(await openapiTS(pathToFileURL(path)));
}
