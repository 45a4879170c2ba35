/** Something a person can mend: one line that says what is wrong and what to do. */
export class Failure extends Error {}

const isKnown = (error: Error & { code?: unknown }): boolean =>
  error instanceof Failure || String(error.code).startsWith('ERR_PARSE_ARGS');

/** Runs a command: a Failure or a wrong flag is one line and exit code 2, a surprise one line and exit code 1; never a stack trace. */
export const command = async (run: () => Promise<void> | void): Promise<void> => {
  try {
    await run();
  } catch (error) {
    const known = error instanceof Error && isKnown(error);
    const text = (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ');
    process.stderr.write(`${known ? text : `unexpected: ${text}`}\n`);
    process.exitCode = known ? 2 : 1;
  }
};
