import { command } from './failure.ts';
import { forgetPids, rememberedPids, stop } from './processes.ts';
import { settings } from './settings.ts';

await command(async () => {
  const { home } = settings();
  const pids = rememberedPids(home);
  // The runner comes first: it ends its own children in order and the local AWS keeps its state.
  for (const pid of pids) await stop(pid);
  forgetPids(home);
  process.stdout.write(
    pids.length > 0 ? 'The local AWS is stopped; its state is kept.\n' : 'No local AWS was running.\n',
  );
});
