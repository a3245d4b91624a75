import { spawn } from 'node:child_process';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

const HINT = 'Run the command of the profile by itself and see what it says.';
const LONGEST_OUTPUT = 65_536;

/**
 * The first line that a command prints, such as that of a password manager. It is run without a shell, so that nothing in
 * it is expanded. It may ask for a password on the terminal; what it prints is never shown.
 */
export async function keyFromCommand([program = '', ...args]: readonly string[]): Promise<string> {
  const output = await new Promise<string>((resolve, reject) => {
    const fail = (what: string): void => reject(new UsageError(`The command for the API key ${what}.`, HINT));
    const child = spawn(program, args, {
      stdio: ['inherit', 'pipe', 'inherit'],
      timeout: 120_000,
      windowsHide: true,
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (printed.length < LONGEST_OUTPUT) printed += text;
    });
    child.on('error', (error: Error & { code?: string }) =>
      fail(error.code === 'ENOENT' ? 'is not there' : 'could not be run'),
    );
    child.on('close', (code, signal) => {
      if (signal !== null) fail('took longer than two minutes, or was ended');
      else if (code !== 0) fail(`failed with exit code ${code}`);
      else resolve(printed);
    });
  });
  const [key = ''] = output.split(/\r?\n/u);
  if (key.trim() === '') throw new UsageError('The command for the API key printed nothing.', HINT);
  return key.trim();
}
