import { ImportReport } from '../../domain/audience/api.ts';
import { Campaign } from '../../domain/model/campaign.ts';
import { hasEnded } from '../../domain/model/run-end.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { StrangeEvents } from '../../domain/track/api.ts';
import type { Api } from '../../local/demo/api.ts';
import { campaignOf, csvOf } from './campaign.ts';
import { judgeFigures } from './judge-figures.ts';
import { confirmersOf, neededOf, tooFewConfirmers } from './judge-people.ts';
import { isComplete, isHeardOut, judgeRecipients } from './judge-recipients.ts';
import { judgeChecks, judgeHistories, judgePrepared, judgeSent, judgeStrange } from './judge-run.ts';
import { failed, isProven, notSeen, ok, type Line } from './line.ts';
import { historiesOf, recountedOf, seenOf } from './observed.ts';
import { untilSeen } from './patience.ts';
import { peopleOf, type SignedIn } from './people.ts';
import type { SimulatorRecipient } from './scenarios.ts';

/** What a smoke run is made of. `say` writes a line of the page. */
export type Parts = {
  /** Name of its list, and part of every id. */
  mark: string;
  recipients: readonly SimulatorRecipient[];
  sender: string;
  people: SignedIn;
  /** For events, which SES promises no time for. */
  waitMs: number;
  say: (line: Line) => void;
  /** What was made so far, so that it can be cleaned up whatever happens. */
  made: { isImported: boolean; runId: string | undefined };
};

/** Says the line, and whether it is worth going on. */
const goesOn = ({ say }: Parts, line: Line): boolean => {
  say(line);
  return isProven([line]);
};

const imported = async (parts: Parts, api: Api): Promise<boolean> => {
  const { mark, recipients, made } = parts;
  made.isImported = true;
  // What SES is to do with the mail, `complaint` for one, and not what became of an earlier one.
  const path = `/profiles/imports?list=${mark}&asAttribute=scenario`;
  const { accepted, rows } = await api.postCsv(path, csvOf(recipients), ImportReport);
  const says = `${accepted} of ${rows} rows into the list ${mark}`;
  const line =
    accepted === recipients.length
      ? ok('import', says)
      : failed('import', says, 'docs/import.md says why a row is rejected.');
  return goesOn(parts, line);
};

/** Everybody whose token was given is asked, if they are enough; else whom the stage says. */
const askedOf = ({ people, recipients }: Parts): string[] => {
  const confirmers = confirmersOf(peopleOf(people));
  const isEnough = confirmers.length >= neededOf(peopleOf(people), recipients.length);
  return isEnough ? confirmers.map(({ email }) => email) : [];
};

/** For what the product does by itself: preparing, sending, counting. */
const PATIENCE_MS = 300_000;

const prepared = async (parts: Parts, api: Api): Promise<RunView | undefined> => {
  const { mark, sender, recipients, made } = parts;
  const campaign = await api.post('/campaigns', campaignOf(mark, sender, askedOf(parts)), Campaign);
  const { id } = await api.post(`/campaigns/${campaign.id}/runs`, {}, RunView);
  made.runId = id;
  const run = await untilSeen(async () => {
    const known = await api.get(`/runs/${id}`, RunView);
    return known.state === 'AwaitingConfirmation' || hasEnded(known) ? known : undefined;
  }, PATIENCE_MS);
  if (!goesOn(parts, judgePrepared(run, recipients.length)) || !run) return undefined;
  parts.say(judgeChecks(run));
  return run;
};

/** By as many as the policy wants, each of what was frozen, with its warnings. */
const confirmed = async (parts: Parts, run: RunView): Promise<boolean> => {
  const people = peopleOf(parts.people);
  const needed = run.approvalsNeeded ?? 1;
  const emails = confirmersOf(people).map(({ email }) => email);
  const confirmers = emails.flatMap((email) => parts.people.approvers.find(({ me }) => me.email === email) ?? []);
  if (confirmers.length < needed) return goesOn(parts, tooFewConfirmers(people, needed));
  const acknowledged = run.checks.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code);
  const decision = { decision: 'confirm', manifestHash: run.manifestHash, acknowledged };
  for (const { api } of confirmers.slice(0, needed)) await api.post(`/runs/${run.id}/decision`, decision, RunView);
  return goesOn(parts, ok('confirm', `by ${needed} of start-deliveries, for ${run.manifestHash?.slice(0, 16) ?? ''}`));
};

/** A run that pauses or is held does not go on by itself. */
const isAtRest = (run: RunView): boolean => hasEnded(run) || run.state === 'Paused' || run.holdUntil !== null;

const sent = async (parts: Parts, api: Api, runId: string): Promise<boolean> => {
  const run = await untilSeen(async () => {
    const known = await api.get(`/runs/${runId}`, RunView);
    return isAtRest(known) ? known : undefined;
  }, PATIENCE_MS);
  return goesOn(parts, judgeSent(run));
};

/** For what may come and need not, once everything else has. */
const REPLY_MS = 30_000;

const heard = async ({ recipients, waitMs, say }: Parts, api: Api, runId: string): Promise<void> => {
  let last: Awaited<ReturnType<typeof seenOf>> = new Map();
  const until = async (isEnough: typeof isComplete, ms: number): Promise<true | undefined> =>
    untilSeen(async () => {
      last = await seenOf(api, runId, recipients);
      return isEnough(recipients, last) ? true : undefined;
    }, ms);
  if (await until(isComplete, waitMs)) await until(isHeardOut, Math.min(waitMs, REPLY_MS));
  for (const line of judgeRecipients(recipients, last)) say(line);
};

const counted = async ({ recipients, say }: Parts, api: Api, runId: string): Promise<void> => {
  const recounted = await recountedOf(api, runId, PATIENCE_MS);
  const lines = recounted
    ? judgeFigures(recounted.figures, recounted.difference, recipients)
    : [notSeen('figures', 'the recount did not end in time', 'Press "Compute stats" on the page of the run.')];
  for (const line of lines) say(line);
};

/** One profile of each scenario. */
const oneOfEach = (recipients: readonly SimulatorRecipient[]): SimulatorRecipient[] => [
  ...new Map(recipients.map((recipient) => [recipient.scenario, recipient])).values(),
];

/** The whole product once: import, prepare, confirm, send, events, figures, books, history. Ends early where going on says nothing. */
export const tellStory = async (parts: Parts, api: Api): Promise<void> => {
  const since = new Date().toISOString();
  if (!(await imported(parts, api))) return;
  const run = await prepared(parts, api);
  if (!run || !(await confirmed(parts, run)) || !(await sent(parts, api, run.id))) return;
  await heard(parts, api, run.id);
  await counted(parts, api, run.id);
  parts.say(judgeHistories(run.id, await historiesOf(api, oneOfEach(parts.recipients))));
  parts.say(judgeStrange(await api.get('/events/strange', StrangeEvents), since));
};
