import { setTimeout as sleep } from 'node:timers/promises';
import { Campaign } from '../domain/model/campaign.ts';
import { RunView } from '../domain/model/run-view.ts';
import { ControlReport } from '../domain/send/api.ts';
import { demoCampaign } from '../local/demo/campaign.ts';
import { Story } from '../local/demo/story.ts';
import { waitFor, waitForState } from '../local/demo/wait.ts';
import { startInstance } from '../local/instance.ts';
import { portOffset, settingsFor } from '../local/settings.ts';
import { printedStep } from '../local/steps.ts';
import { importDemo } from './import-demo.ts';

/** Instants at which the local SES took the messages of a run, in epoch milliseconds, in order. */
const arrivals = async ({ inbox }: Story, runId: string): Promise<number[]> =>
  (await inbox.find({ tag: `run:${runId}` })).map(({ receivedAt }) => Date.parse(receivedAt)).toSorted((a, b) => a - b);

const row = (what: string, values: readonly number[], unit: string): void => {
  const sorted = values.toSorted((one, other) => one - other);
  const [p50 = Number.NaN, max = Number.NaN] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  const cell = (value: number): string => `${value.toFixed(0).padStart(7)} ${unit}`;
  process.stdout.write(`${what.padEnd(48)} p50 ${cell(p50)}   max ${cell(max)}   of ${sorted.length}\n`);
};

/** The demo's campaign to so many people, some of whom are left out; nobody does anything with their mail. */
const campaignTo = async (story: Story, people: number): Promise<Campaign> => {
  const list = `bench-${Date.now()}`;
  await importDemo(story, list, people);
  return story.preparer.post('/campaigns', demoCampaign(list), Campaign);
};

/** A new run of it, confirmed; answers when the button was pressed. */
const confirmed = async ({ preparer, approver }: Story, campaign: Campaign): Promise<{ run: RunView; at: number }> => {
  const { id } = await preparer.post(`/campaigns/${campaign.id}/runs`, {}, RunView);
  const run = await waitForState(preparer, id, ['AwaitingConfirmation']);
  const acknowledged = run.checks.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code);
  const at = Date.now();
  const decision = { decision: 'confirm', manifestHash: run.manifestHash, acknowledged };
  await approver.post(`/runs/${id}/decision`, decision, RunView);
  return { run, at };
};

const onLocalAws = async (perSecond: number, measure: (story: Story) => Promise<void>): Promise<void> => {
  const settings = settingsFor('.local/bench-reaction', portOffset() + 800);
  const instance = await startInstance(settings, printedStep, { perSecond });
  try {
    await measure(await Story.begin(settings, instance.outputs));
  } finally {
    await instance.stop();
  }
};

const PEOPLE = 3000;
const PER_SECOND = 300;
/** Messages that are out when the button is pressed: two seconds at the full rate. */
const UNDER_WAY = 600;
/** Longer than a pause may take, and than a call to SES. */
const QUIET_MS = 5000;

/** From the click on "Pause", while a run is sent at the full rate, to the last message that SES takes. */
export const benchPause = async (repetitions: number): Promise<void> =>
  onLocalAws(PER_SECOND, async (story) => {
    const campaign = await campaignTo(story, PEOPLE);
    const [lasted, after]: [number[], number[]] = [[], []];
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const { run } = await confirmed(story, campaign);
      await waitFor('half a run', async () => ((await arrivals(story, run.id)).length >= UNDER_WAY ? true : undefined));
      const at = Date.now();
      await story.approver.post(`/runs/${run.id}/pause`, {}, ControlReport);
      await sleep(QUIET_MS);
      const late = (await arrivals(story, run.id)).filter((arrival) => arrival > at);
      lasted.push(Math.max(0, (late.at(-1) ?? at) - at));
      after.push(late.length);
      await story.approver.post(`/runs/${run.id}/stop`, {}, ControlReport);
    }
    process.stdout.write(`\nPause of ${PEOPLE} messages at ${PER_SECOND} a second\n`);
    row('click to the last message', lasted, 'ms');
    row('messages after the click', after, 'messages');
  });

/** From the click on "Confirm" to the first message that SES takes. */
export const benchLatency = async (repetitions: number): Promise<void> =>
  onLocalAws(PER_SECOND, async (story) => {
    const campaign = await campaignTo(story, 100);
    const started: number[] = [];
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const { run, at } = await confirmed(story, campaign);
      await waitForState(story.preparer, run.id, ['Finished']);
      const [first = Number.NaN] = await arrivals(story, run.id);
      started.push(first - at);
    }
    process.stdout.write('\nStart of 100 messages\n');
    row('click on "Confirm" to the first message', started, 'ms');
  });
