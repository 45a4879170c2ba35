import { rmSync } from 'node:fs';
import { startInstance } from '../local/instance.ts';
import { settingsFor } from '../local/settings.ts';
import { printedStep } from '../local/steps.ts';

const timed = async (title: string, home: string, venv: string): Promise<void> => {
  process.stdout.write(`\n${title}\n`);
  const since = performance.now();
  const instance = await startInstance({ ...settingsFor(home, 700), venv }, printedStep, { perSecond: 200 });
  process.stdout.write(`  console after ${((performance.now() - since) / 1000).toFixed(1)} s\n`);
  await instance.stop();
};

/** From nothing (without `npm ci`) and from a kept state to a console that answers. */
export const benchStart = async (): Promise<void> => {
  const { home } = settingsFor('.local/bench-start', 700);
  rmSync(home, { recursive: true, force: true });
  await timed('Cold: the emulator is installed, everything is deployed', home, `${home}/venv`);
  await timed('Warm: the state is kept, nothing changed', home, `${home}/venv`);
  rmSync(home, { recursive: true, force: true });
};
