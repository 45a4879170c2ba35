import { command } from './failure.ts';
import { lostWords, patience } from './patience.ts';
import { forgetPids, rememberedPids, stop } from './processes.ts';
import { settings } from './settings.ts';

await command(async () => {
  const { home } = settings();
  const pids = rememberedPids(home);
  // The runner comes first: it ends its own children in order and the local AWS keeps its state.
  const waiting = patience((words) => process.stdout.write(words));
  let isKept = true;
  for (const pid of pids) isKept = (await stop(pid, waiting)) && isKept;
  forgetPids(home);
  if (pids.length === 0) process.stdout.write('No local AWS was running.\n');
  else process.stdout.write(isKept ? 'The local AWS is stopped; its state is kept.\n' : lostWords);
});
