/** What is wrong with the contract, in one sentence that says where. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Runs a script's work; a BuildError is a sentence on stderr and exit code 1, anything else a defect with its stack. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
