/** Something is wrong with the contract or cannot be read; the message is one sentence that says what and where. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** Runs the work of a script. A ContractError becomes a sentence on stderr and exit code 1; anything else is a bug and keeps its stack. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
