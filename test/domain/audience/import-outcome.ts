import { expect } from '@jest/globals';
import { ImportWorld } from './import-world.ts';

type Outcome = { out: string[]; quarantined: string[]; attributes: string[] } | { cause: string | undefined };

/** What comes of a file with one more column: the cell of each person under that header. */
export const outcomeOf = async (header: string, cells: readonly string[], asAttribute?: string): Promise<Outcome> => {
  const world = new ImportWorld();
  const rows = cells.map((cell, index) => `p${index},p${index}@post.example,"${cell}"`);
  const csv = Buffer.from([`id,email,"${header}"`, ...rows].join('\n'));
  try {
    await world.send(csv, asAttribute === undefined ? {} : { asAttribute });
  } catch (error) {
    expect([world.pending, world.writes, world.objects.size]).toEqual([undefined, 0, 0]);
    return { cause: (error as { cause?: string }).cause };
  }
  const people = [...world.profiles.values()];
  return {
    out: people.filter(({ optedOut }) => optedOut).map(({ id }) => id),
    quarantined: [...world.statuses.keys()].map((key) => key.slice(0, 2)),
    attributes: [...new Set(people.flatMap(({ attributes }) => Object.keys(attributes)))],
  };
};

export const isOut = (...out: string[]) => ({ out, quarantined: [], attributes: [] });
export const refused = { cause: 'optOutUnclear' };
