import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RunView } from '../../domain/model/run-view.ts';
import { CampaignPage } from '../../domain/write/api.ts';
import { Story } from '../../local/demo/story.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { runningOutputs } from '../../local/environment.ts';
import { rememberedPids, stop } from '../../local/processes.ts';
import { portOffset, root, settingsFor } from '../../local/settings.ts';

const home = '.local/test-restart';
const settings = settingsFor(home, portOffset() + 150);

/** The command of the README, on ports of its own. */
const start = async (): Promise<ChildProcess> => {
  const env = {
    ...process.env,
    FREIGABE_HOME: home,
    FREIGABE_PORT_OFFSET: String(portOffset() + 150),
    NODE_OPTIONS: '',
  };
  const child = spawn(process.execPath, [path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'local/start.ts'], {
    cwd: root,
    env,
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (data: Buffer): void => {
      output += data.toString();
      if (output.includes('Ready after')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  return child;
};

const interrupt = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
};

const tidy = async (): Promise<void> => {
  for (const pid of rememberedPids(settings.home)) await stop(pid);
  rmSync(settings.home, { recursive: true, force: true });
};
beforeAll(tidy);
afterAll(tidy);

/** Two starts and one that is refused: on a busy machine they take more than the two minutes of other stories. */
const BUSY_MS = 300_000;

test(
  'a run that waited survives a restart: the new start gives it a new token and its link still confirms',
  async () => {
    const since = new Date(0).toISOString();
    let child = await start();
    const story = await Story.begin(settings, await runningOutputs(settings));
    const linkId = await waitFor('the approval mail', async () =>
      story.inbox.confirmationLink('approver@freigabe.example', since),
    );
    const running = rememberedPids(settings.home);
    await expect(start()).rejects.toThrow(`A local AWS runs in ${settings.home} already`);
    expect(rememberedPids(settings.home)).toEqual(running);
    await interrupt(child);
    expect(rememberedPids(settings.home)).toEqual([]);

    child = await start();
    const again = await Story.begin(settings, await runningOutputs(settings));
    const { items } = await again.preparer.get('/campaigns', CampaignPage);
    const run = await again.preparer.get(`/runs/${items[0]?.latestRun?.id}`, RunView);
    expect(run.state).toBe('AwaitingConfirmation');
    const decision = { decision: 'confirm', manifestHash: run.manifestHash };
    await again.approver.post(`/confirmations/${linkId}`, decision, RunView);
    await waitForState(again.preparer, run.id, ['Finished']);
    expect(await again.inbox.find({ tag: `run:${run.id}` })).toHaveLength(run.counts?.toDeliver ?? -1);
    await interrupt(child);
  },
  BUSY_MS,
);
