/** Shows a step with its time; what it did is its result. */
export type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** One line per step, written when it is done or has failed. */
export const printedStep: Step = async (title, work) => {
  const since = performance.now();
  try {
    const result = await work();
    process.stdout.write(`  ✓ ${title.padEnd(52)} ${seconds(since).padStart(7)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`  ✗ ${title.padEnd(52)} ${seconds(since).padStart(7)}\n`);
    throw error;
  }
};

export const silentStep: Step = async (_title, work) => work();
