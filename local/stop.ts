import { command } from './failure.ts';
import { endPatiently } from './patience.ts';
import { forgetPids, rememberedPids, stop } from './processes.ts';
import { settings } from './settings.ts';

await command(async () => {
  const { home } = settings();
  const pids = rememberedPids(home);
  // The runner comes first: it ends its own children in order and the local AWS keeps its state.
  const isKept = await endPatiently(async (waiting) => {
    let isInOrder = true;
    for (const pid of pids) isInOrder = (await stop(pid, waiting)) && isInOrder;
    return isInOrder;
  });
  forgetPids(home);
  if (pids.length === 0) process.stdout.write('No local AWS was running.\n');
  else if (isKept) process.stdout.write('The local AWS is stopped; its state is kept.\n');
});
