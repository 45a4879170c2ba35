import { SeriesWorld } from './series-world.ts';

/** A series whose first run Anton confirmed, and which is sent. */
export const released = async () => {
  const world = new SeriesWorld();
  const { id } = await world.armed('paula');
  const first = await world.prepare('paula', id);
  await world.sendOnce('anton', first.id);
  return { world, id, first };
};

/** More starts than a list of the latest runs holds, each of which meets a run that has not ended. */
export const skip = async (world: SeriesWorld, id: string): Promise<void> => {
  for (let start = 0; start < 60; start += 1) await world.launch(id);
};
