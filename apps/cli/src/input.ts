import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandContext } from './command.ts';

const LARGEST = 64 * 1024 * 1024;

/**
 * The text of a file, or of stdin if it is `-`. Programs on Windows write UTF-8 with a byte order mark, or UTF-16.
 * @param what how the messages call it, such as `The old file`; they do not repeat the path, which may be an API key in the wrong place
 */
export async function readInput(file: string, what: string, context: CommandContext): Promise<string> {
  const bytes = file === '-' ? await readAll(context.stdin, what) : await readOne(context, file, what);
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${what} is not text.`, 'Save it as UTF-8.');
  }
}

async function readOne({ folder }: CommandContext, file: string, what: string): Promise<Uint8Array> {
  const absolute = path.resolve(folder, file);
  try {
    if ((await stat(absolute)).size > LARGEST) throw tooLarge(what);
    return await readFile(absolute);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(`${what} ${isMissing ? 'does not exist' : 'cannot be read'}.`);
  }
}

async function readAll(stdin: CommandContext['stdin'], what: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stdin) {
    size += part.length;
    if (size > LARGEST) throw tooLarge(what);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(what: string): UsageError {
  return new UsageError(`${what} is larger than 64 MB.`);
}

function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
