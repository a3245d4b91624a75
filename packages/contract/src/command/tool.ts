import { readFileSync } from 'node:fs';

/** How reports name this program. */
export function toolName(command: string): { readonly name: string; readonly version: string } {
  const manifest = new URL(import.meta.resolve('@docspace-oauth/contract/package.json'));
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return { name: `docspace-contract ${command}`, version };
}
