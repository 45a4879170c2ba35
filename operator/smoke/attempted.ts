import { Refusal } from '../../client/freigabe.ts';
import { failed, type Line } from './line.ts';

/** As the API says it; of anything else the name, because its words may name somebody. */
const broken = (what: string, error: unknown): Line => {
  const says = error instanceof Refusal ? error.message : error instanceof Error ? error.name : 'unknown error';
  return failed(what, says, 'The line above says what came before; try again, then look at docs/runbook.md.');
};

/** Does a part; what breaks in it is a line, and not the end of those that follow. Undefined: it broke. */
export const attempted = async <T>(
  what: string,
  say: (line: Line) => void,
  work: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    say(broken(what, error));
    return undefined;
  }
};
