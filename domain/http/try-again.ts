import { Problem } from './problem.ts';

/** More than the writes that can meet on one run at once: approvers, a reminder, an edit, a deadline. */
const MAX_TURNS = 8;

/** Reads and decides anew when somebody else moved the run between the read and the write. */
export const tryAgain = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (turn === MAX_TURNS || !(error instanceof Problem) || error.code !== 'conflict') throw error;
    }
  }
};
