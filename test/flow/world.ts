import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { Campaign, CampaignInput } from '../../domain/model/campaign.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { Refusal } from '../../client/freigabe.ts';
import { Api } from '../../local/demo/api.ts';
import { Story } from '../../local/demo/story.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import type { Outputs } from '../../local/deploy.ts';
import { runningOutputs } from '../../local/environment.ts';
import { testSettings } from '../instance.ts';

/** The local AWS of the tests with its people signed in. */
export type World = { outputs: Outputs; story: Story; preparer: Api; approver: Api; approver2: Api; since: string };

export const enter = async (): Promise<World> => {
  const outputs = await runningOutputs(testSettings);
  const story = await Story.begin(testSettings, outputs);
  const { preparer, approver } = story;
  const approver2 = await Api.as('approver2@freigabe.example', testSettings, outputs);
  return { outputs, story, preparer, approver, approver2, since: new Date().toISOString() };
};

/** Addresses that no other test uses. */
export const addresses = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}.${index}@reader.example`);

export const content = {
  subject: 'Hello {{ first_name }}',
  html: '<html><body><p>Hello {{ first_name }}, <a href="https://shop.example/one">one</a></p><a href="{{ unsubscribe_url }}">Unsubscribe</a></body></html>',
  text: 'Hello {{ first_name }}\nhttps://shop.example/one\nUnsubscribe: {{ unsubscribe_url }}',
};

/** A campaign to so many readers; with what differs from "once confirmed". */
export const campaignTo = async (
  { preparer, story }: World,
  name: string,
  count: number,
  different: Partial<z.input<typeof CampaignInput>> = {},
): Promise<Campaign> => {
  const rows = addresses(name, count).map((email, index) => ({
    id: `${name}-${index}`,
    email,
    first_name: `Reader ${index}`,
  }));
  await story.importProfiles(name, stringify(rows, { header: true }));
  const sender = { name: 'Shop', address: 'news@freigabe.example' };
  const schedule = { mode: 'onceConfirmed' as const };
  return preparer.post('/campaigns', { name, list: name, sender, content, schedule, ...different }, Campaign);
};

export const startRun = async ({ preparer }: World, campaign: Campaign): Promise<RunView> =>
  preparer.post(`/campaigns/${campaign.id}/runs`, {}, RunView);

/** A run of a new campaign that waits for its confirmation; its approvers were mailed. */
export const awaiting = async (world: World, name: string, count: number): Promise<RunView> => {
  const { id } = await startRun(world, await campaignTo(world, name, count));
  await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  return waitFor('the approval mails', async () => {
    const run = await world.preparer.get(`/runs/${id}`, RunView);
    return run.approvers.length > 0 ? run : undefined;
  });
};

/** Confirms what was seen, warnings included. */
export const confirmation = ({ manifestHash, checks }: RunView) => ({
  decision: 'confirm',
  manifestHash,
  acknowledged: checks.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code),
});

export const confirm = async (api: Api, run: RunView): Promise<RunView> =>
  api.post(`/runs/${run.id}/decision`, confirmation(run), RunView);

/** What the API answers when it refuses. */
export const refusalOf = async (call: Promise<unknown>): Promise<{ status: number; code: string; text: string }> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, code: error.code, text: error.message };
    throw error;
  }
  throw new Error('it was not refused');
};

/** A part of each wait of a state machine that begins from now on, its retries' too; 1: all of it, as on AWS. */
export const machinesWait = async (share: number): Promise<void> => {
  const config = { 'stepfunctions._SFN_WAIT_SCALE': share };
  const url = `${testSettings.emulatorUrl}/_ministack/config`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(config) });
  const { applied } = z.object({ applied: z.object({}).loose() }).parse(await answer.json());
  if (Object.keys(applied).length === 0) throw new Error('the local AWS has no share of waits');
};

export const mailsOf = async ({ story, since }: World, runId: string) =>
  story.inbox.find({ tag: `run:${runId}`, since });

/** The figures once they are as `isReached` wants them; the last ones seen when that never happens. */
export const figuresWhen = async (
  world: World,
  runId: string,
  isReached: (figures: Figures) => boolean,
): Promise<Figures> =>
  waitFor(
    'the figures',
    async () => {
      const figures = await world.story.measure(runId, isReached);
      return isReached(figures) ? figures : undefined;
    },
    30_000,
  );
