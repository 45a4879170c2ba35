import { rmSync } from 'node:fs';
import { command } from './failure.ts';
import { rememberedPids, stop } from './processes.ts';
import { settings } from './settings.ts';

await command(async () => {
  const { home } = settings();
  for (const pid of rememberedPids(home)) await stop(pid);
  rmSync(home, { recursive: true, force: true });
  process.stdout.write('The local AWS is stopped and has forgotten everything.\n');
});
