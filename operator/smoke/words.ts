import { parseArgs } from 'node:util';
import { stageNameIn } from '../stage.ts';
import { Failure } from '../../local/failure.ts';

const usage = 'Say which stage: npm run smoke -- -c stage=NAME [--wait SECONDS]';

/** What is asked for on the command line; `waitMs`: how long events may take. @throws Failure */
export const wordsOf = (args: string[]): { name: string; waitMs: number } => {
  const options = { context: { type: 'string', short: 'c' }, wait: { type: 'string', default: '300' } } as const;
  try {
    const { context, wait } = parseArgs({ args, options }).values;
    const name = stageNameIn(context);
    const seconds = Number(wait);
    if (name !== undefined && seconds >= 1 && seconds <= 3600) return { name, waitMs: seconds * 1000 };
  } catch {
    throw new Failure(usage);
  }
  throw new Failure(usage);
};
