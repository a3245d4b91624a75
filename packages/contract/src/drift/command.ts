import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { toPointer } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import type { Report } from '@docspace-oauth/findings/report';
import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import type { CommandContext } from '../command/context.ts';
import { prepareReports, reportHelp, reportOptions } from '../command/publish.ts';
import { compareShapes } from './compare.ts';
import type { FoundOperation } from './operations.ts';
import { findOperations } from './operations.ts';
import { readForeignDocument } from './read-document.ts';
import { ForeignDocument } from './reference.ts';
import { makeReport } from './report.ts';

export const help = `Compares the portal's contract with somebody's OpenAPI document, such as the vendor's.

Usage: docspace-contract drift --against FILE [options]

  --against FILE the document: OpenAPI 3.0 or 3.1, JSON or YAML
${reportHelp}
Only the five operations on OAuth2 clients are compared, found by their paths with any prefix: their parameters,
statuses, media types, and the types, nullability and required properties of their responses. References to other files
or addresses are not followed. Exit code 0: the same; 1: something differs or is absent; 2: they could not be compared.

Example:
  docspace-contract drift --against docspace.openapi.json --report table,markdown=drift.md
`;

/** Compares the portal's contract with a document; gives the exit code. */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  const { values } = parseArguments({
    args: [...args],
    options: { against: { type: 'string' }, ...reportOptions },
  });
  if (!values.against) {
    throw new UsageError('--against is missing.', 'Give the file of an OpenAPI document: --against FILE.');
  }
  const publish = await prepareReports(values, context);
  return publish(await drift(values.against, context.folder));
}

/** The report on the portal's contract against a file. */
export async function drift(against: string, folder: string): Promise<Report> {
  const path = resolve(folder, against);
  const document = new ForeignDocument(await readForeignDocument(path, against), against);
  const there = findOperations(document);
  const contract = await readDocument('portal');
  const here = findOperations(new ForeignDocument({ ...contract }, 'our contract'));
  if (there.size === 0) {
    throw new UsageError(
      `${against} describes none of the five operations, such as GET /api/2.0/clients.`,
      'Give the description of a DocSpace portal that has OAuth2.',
    );
  }
  const operations = [...here].map(([operation, { shape }]) => {
    const other = there.get(operation);
    const comparisons = compareShapes(shape, other?.shape, operation);
    return { operation, comparisons, ...(other && { pointer: toPointer('paths', other.path, 'get') }) };
  });
  return makeReport(operations, { file: nameIn(folder, path), remarks: remarksOn(document, there, here) });
}

/** A file in the folder goes by its way there; of another one only the name belongs in a report. */
function nameIn(folder: string, path: string): string {
  const way = relative(folder, path);
  return way.startsWith('..') || isAbsolute(way) ? basename(path) : way.split(sep).join('/');
}

function remarksOn(
  { outside }: ForeignDocument,
  there: ReadonlyMap<string, FoundOperation>,
  here: ReadonlyMap<string, FoundOperation>,
): string[] {
  const moved = [...there].filter(([name, { path }]) => here.get(name)?.path !== path);
  return [
    ...moved.map(([name, { path }]) => `${name} is at ${path} there.`),
    ...(outside.size === 0
      ? []
      : [
          `References to other files or addresses were not followed: ${[...outside].slice(0, 5).join(', ')}.`,
        ]),
    'Not compared: headers, examples, descriptions, security, and bounds such as maxLength.',
  ];
}
