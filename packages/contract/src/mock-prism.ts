#!/usr/bin/env node
import { once } from 'node:events';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { freePort, listen, ListenError, PortInUseError } from '@docspace-oauth/local-server';
import { dialects } from '@docspace-oauth/openapi';
import { ContractError, documentPath, readDocumentFile } from '@docspace-oauth/openapi/node';

/**
 * `pnpm mock:prism`: Prism's own command, `prism mock`, on the bundle of a dialect. It runs in this process, so nothing is
 * left behind when this process ends.
 */
class UsageError extends Error {}

const usage = 'mock:prism takes --dialect, --port and --host';

interface Arguments {
  document: string;
  port: number;
  host: string;
}

function readArguments(): Arguments {
  const { dialect, port, host } = parse();
  const known = dialects.find((name) => name === dialect);
  if (!known) throw new UsageError(`--dialect needs ${dialects.join(' or ')}, not "${dialect}".`);
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    throw new UsageError(`--port needs a whole number from 0 to 65535, not "${port}".`);
  }
  return { document: documentPath(known), port: Number(port), host };
}

function parse(): { dialect: string; port: string; host: string } {
  try {
    return parseArgs({
      options: {
        dialect: { type: 'string', default: 'guide' },
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    }).values;
  } catch (cause) {
    const [sentence] = (cause instanceof Error ? cause.message : String(cause)).split(/\.\s|\n/u);
    throw new UsageError(`${sentence}: ${usage}.`, { cause });
  }
}

/** Prism reports a port in use with a stack and the help of its command, so it is tried before. */
async function checkAddress(port: number, host: string): Promise<void> {
  const probe = createServer();
  await listen(probe, { port, host });
  probe.close();
  await once(probe, 'close');
}

async function main(): Promise<void> {
  const { document, port, host } = readArguments();
  await readDocumentFile(document);
  await checkAddress(port, host);
  // Prism forks where NODE_ENV says production, and the fork would outlive this process.
  const command = ['mock', document, '--no-multiprocess', '--port', String(port), '--host', host];
  process.argv.splice(2, Infinity, ...command);
  await import('@stoplight/prism-cli');
}

try {
  // Ctrl-C is how this command is meant to end.
  process.once('SIGINT', () => process.exit());
  process.once('SIGTERM', () => process.exit());
  await main();
} catch (error) {
  const expected = error instanceof ListenError || error instanceof ContractError;
  if (!expected && !(error instanceof UsageError)) throw error;
  const free = error instanceof PortInUseError ? ` Free is, for example: --port ${await freePort()}` : '';
  process.stderr.write(`${error.message}${free}\n`);
  process.exitCode = expected ? 1 : 2;
}
