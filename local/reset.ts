import { rmSync } from 'node:fs';
import { command } from './failure.ts';
import { rememberedPids, stop } from './processes.ts';
import { settings } from './settings.ts';

await command(async () => {
  const { home } = settings();
  // What it would write down is about to be deleted.
  for (const pid of rememberedPids(home)) await stop(pid, { patienceMs: 2000 });
  rmSync(home, { recursive: true, force: true });
  process.stdout.write('The local AWS is stopped and has forgotten everything.\n');
});
