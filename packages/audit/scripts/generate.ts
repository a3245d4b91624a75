import { readFile, writeFile } from 'node:fs/promises';
import { withTable } from './rules-table.ts';

const readme = new URL('../README.md', import.meta.url);
await writeFile(readme, withTable(await readFile(readme, 'utf8')));
