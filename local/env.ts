import { environmentOf, runningOutputs } from './environment.ts';
import { command } from './failure.ts';
import { settings } from './settings.ts';

await command(async () => {
  const here = settings();
  process.stdout.write(`${JSON.stringify(environmentOf(here, await runningOutputs(here)), null, 2)}\n`);
});
