/** Something a person can mend: one line that says what is wrong and what to do. */
export class Failure extends Error {}

/** Runs a command: a Failure is one line and exit code 2, a surprise one line and exit code 1; never a stack trace. */
export const command = async (run: () => Promise<void> | void): Promise<void> => {
  try {
    await run();
  } catch (error) {
    const known = error instanceof Failure;
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${known ? text : `unexpected: ${text}`}\n`);
    process.exitCode = known ? 2 : 1;
  }
};
