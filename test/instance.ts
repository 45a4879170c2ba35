import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentOf } from '../local/environment.ts';
import { startInstance, type Instance } from '../local/instance.ts';
import { rememberedPids, stop } from '../local/processes.ts';
import { portOffset, settingsFor } from '../local/settings.ts';
import { silentStep } from '../local/steps.ts';

/** Which of several that run at once, from 0 (`test/stories.ts`). */
const number = Number(process.env['FREIGABE_TEST_INSTANCE'] ?? 0);

/** A hundred ports beside those of `npm start`, and each further one 500 beside: `fetch` refuses 6666. */
export const testPortOffset = portOffset() + 100 + number * 500;

/** Where the tests' own local AWS lives. */
export const testSettings = settingsFor(number === 0 ? '.local/test' : `.local/test-${number}`, testPortOffset);

declare global {
  // Jest sets up each project in one process: they share one local AWS.
  var freigabeTestInstance: Promise<Instance> | undefined;
}

const begin = async (): Promise<Instance> => {
  for (const pid of rememberedPids(testSettings.home)) await stop(pid, { patienceMs: 15_000 });
  rmSync(testSettings.home, { recursive: true, force: true });
  const instance = await startInstance(testSettings, silentStep, { perSecond: 400 });
  mkdirSync(testSettings.home, { recursive: true });
  const environment = environmentOf(testSettings, instance.outputs);
  writeFileSync(path.join(testSettings.home, 'environment.json'), JSON.stringify(environment));
  return instance;
};

/** Starts a fresh local AWS once for all projects that need one. */
const setUp = async (): Promise<void> => {
  globalThis.freigabeTestInstance ??= begin();
  await globalThis.freigabeTestInstance;
};
export default setUp;
