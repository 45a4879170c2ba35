import type { Campaign, CampaignInput, NewCampaign } from '../../domain/model/campaign.ts';
import { refuseTooLarge } from '../../domain/write/campaign-size.ts';
import { found } from '../../domain/http/find.ts';
import { editorsOf, withEditors } from '../../domain/model/authors.ts';
import type { Policy } from '../../domain/model/policy.ts';
import { personOf, type Actor, type Person } from '../../domain/people/people.ts';
import type { Origin } from '../../domain/model/audit-chain.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import type { CampaignDetail } from '../../domain/write/api.ts';
import { changedBlocks } from '../../domain/write/changed-blocks.ts';
import { copyOf } from '../../domain/write/copy-of.ts';
import { endBarred } from '../../domain/calendar/end-barred.ts';
import { lifeOf, pausedLife, startsToCome, viewOf } from '../../domain/calendar/series.ts';
import type { SeriesLife } from '../../domain/model/series-life.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import { allOf } from '../../domain/values/all-of.ts';
import type { writeRoutes } from '../../domain/write/routes.ts';
import { Problem } from '../../domain/http/problem.ts';
import { isReleased } from '../../domain/model/release.ts';
import { madeOnce, type Making } from '../../domain/http/making.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { refuseArchived } from '../../domain/model/archived.ts';
import { faultsIn } from '../../domain/model/schedule-input.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { voidRun, type Edit } from '../../domain/model/void-run.ts';
import { writeLife } from '../../domain/calendar/write-life.ts';
import { armNext } from '../../domain/calendar/series-timer.ts';
import { writersOf, type WriterPorts } from './template-writers.ts';

export type CampaignPorts = WriterPorts & {
  campaigns: Campaigns;
  lives: SeriesLives;
  /** The stage's. */
  policy: Pick<Policy, 'unaskedSeries'>;
  runs: Runs;
  gates: Gates;
  timers: Timers;
  audit: Audit;
  clock: Clock;
};

/** @throws Problem `invalid-input` for a series that asks nobody, where the stage forbids that */
const refuseUnasked = ({ policy }: Pick<CampaignPorts, 'policy'>, { requestConfirmation }: CampaignInput): void => {
  if (requestConfirmation || policy.unaskedSeries === 'allowed') return;
  throw new Problem(
    'invalid-input',
    'requestConfirmation: each run is confirmed on this stage, also of a series.',
    'Leave the request for confirmation switched on.',
    { cause: 'unaskedForbidden' },
  );
};

const RUNS_SHOWN = 50;
const STARTS_SHOWN = 10;

type Made = { actor: Actor; making: Making };

const createdOnce = async (
  { campaigns }: Pick<CampaignPorts, 'campaigns'>,
  making: Making,
  make: () => Promise<Campaign>,
): Promise<Campaign> =>
  madeOnce(
    making,
    async () => campaigns.withContent(making.id),
    async () => {
      const campaign = await make();
      refuseTooLarge(campaign);
      await campaigns.create(campaign);
      return campaign;
    },
  );

type Begun = { at: string; body: NewCampaign; writers: readonly Person[] };

const begun = ({ at, body, writers }: Begun, { actor, making: { id } }: Made): Campaign => {
  const by = personOf(actor);
  const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
  return { ...body, id, version: 1, ...stamps, hands: withEditors([], [...writers, by], 1) };
};

/** POST /campaigns */
export const createCampaign =
  (ports: CampaignPorts): HttpHandler<typeof writeRoutes.createCampaign> =>
  async ({ body, ...made }) =>
    createdOnce(ports, made.making, async () => {
      refuseUnasked(ports, body);
      const writers = await writersOf(ports, body);
      return begun({ at: new Date(ports.clock()).toISOString(), body, writers }, made);
    });

/** POST /campaigns/{id}/copy */
export const copyCampaign =
  (ports: Pick<CampaignPorts, 'campaigns' | 'clock'>): HttpHandler<typeof writeRoutes.copyCampaign> =>
  async ({ params, body, actor, making }) =>
    createdOnce(ports, making, async () => {
      const original = found(await ports.campaigns.withContent(params.id), 'campaign');
      const at = new Date(ports.clock()).toISOString();
      return copyOf(original, { ...body, id: making.id, by: personOf(actor), at });
    });

type Series = { campaign: Campaign; life: SeriesLife };

/** Null: it is no series. */
const seriesOf = (series: Series, runs: readonly Run[], now: string): CampaignDetail['series'] => {
  const { campaign, life } = series;
  if (campaign.schedule.mode !== 'recurring') return null;
  const view = viewOf(series, now);
  const isArmed = view.state === 'armed';
  const preparedFor = isArmed ? view.nextStart : null;
  return { ...view, isArmed, isReleased: isReleased(campaign, runs, life), preparedFor };
};

/** GET /campaigns/{id} */
export const getCampaign =
  (ports: CampaignPorts): HttpHandler<typeof writeRoutes.getCampaign> =>
  async ({ params, actor }) => {
    const campaign = found(await ports.campaigns.withContent(params.id), 'campaign');
    const { items: runs, unreadable } = await ports.runs.listOfCampaign(campaign.id, RUNS_SHOWN);
    const now = new Date(ports.clock()).toISOString();
    const series = { campaign, life: await lifeOf(ports, campaign) };
    return {
      campaign,
      // Fifty of them and the content fill an answer.
      runs: runs.map((run) => ({ ...showRun(run, actor), segments: [] })),
      unreadable,
      nextRuns: startsToCome(series, now, STARTS_SHOWN),
      zoneData: process.versions['tz'] ?? null,
      series: seriesOf(series, runs, now),
      scheduleFaults: faultsIn(campaign.schedule),
    };
  };

const unsent: readonly Run['state'][] = ['Preparing', 'AwaitingConfirmation', 'Scheduled'];

/** Voided by an edit: what was prepared from the campaign and has not begun to go out. */
const isVoidable = ({ state, resendOf }: Run): boolean => unsent.includes(state) && resendOf === undefined;

type Edited = { by: Person; at: string; writers: readonly Person[] };

/** What the campaign would be; the name is what approvers and mails call it, so it voids like any other block. */
const edited = (known: Campaign, input: CampaignInput, { by: updatedBy, at: updatedAt, writers }: Edited): Campaign => {
  const { id, createdAt, createdBy, copiedFrom, confirmed, labels } = known;
  const version = known.version + 1;
  const recurringSince = known.schedule.mode === 'recurring' ? known.recurringSince : version;
  return {
    ...input,
    id,
    createdAt,
    createdBy,
    ...(copiedFrom && { copiedFrom }),
    ...(confirmed && { confirmed }),
    ...(labels && { labels }),
    ...(input.schedule.mode === 'recurring' && recurringSince !== undefined && { recurringSince }),
    hands: withEditors(editorsOf(known), [...writers, updatedBy], version),
    version,
    updatedAt,
    updatedBy,
  };
};

/** As often as somebody else may move one of its runs at the same moment; what is left then is stopped by its last look. */
const MAX_TURNS = 8;

/** Without a change only those are left whose edit ended between its two writes. */
const voidOutdated = async (ports: CampaignPorts, { id, version }: Campaign, edit: Edit): Promise<void> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const open = await ports.runs.openOfCampaign(id);
    const outdated = open.filter((run) => isVoidable(run) && run.campaignVersion < version);
    if (outdated.length === 0) return;
    const voided = outdated.map(async (run) => {
      if (await voidRun(ports, run, edit)) await ports.gates.answer(run.id);
    });
    await allOf(voided);
  }
};

type Editing = { by: Person; at: string; origin: Origin };

/** Answers its life. Undefined: one that is not armed stays as it is. */
const pauseSeries = async (
  ports: CampaignPorts,
  campaign: Campaign,
  { by, at, origin }: Editing,
): Promise<SeriesLife | undefined> => {
  const { life: paused } = await writeLife(ports, campaign.id, ({ life }) => pausedLife(life, { by, at }));
  if (paused)
    await ports.audit.append({ at, runId: campaign.id, what: 'paused', by, origin, facts: { cause: 'edited' } });
  return paused;
};

/** The timer that is set follows the old schedule. What is no series, and was none, has no timer. */
const moveTimer = async (ports: CampaignPorts, before: Campaign, campaign: Campaign): Promise<void> => {
  if (![before, campaign].some(({ schedule }) => schedule.mode === 'recurring')) return;
  await armNext(ports, { campaign, life: await lifeOf(ports, campaign) }, ports.clock());
};

/** PUT /campaigns/{id}. Saved as it was, it stays as it was: nothing is void, and nobody has edited it. */
export const editCampaign =
  (ports: CampaignPorts): HttpHandler<typeof writeRoutes.editCampaign> =>
  async ({ params, body, actor, origin }) => {
    const known = found(await ports.campaigns.withContent(params.id), 'campaign');
    const { version, pausesSeries, ...input } = body;
    if (version !== known.version) {
      throw new Problem(
        'conflict',
        'Somebody else changed this campaign meanwhile.',
        'Load it again and repeat the change.',
        { cause: 'campaignChanged' },
      );
    }
    refuseArchived(known);
    refuseUnasked(ports, input);
    const changed = changedBlocks(known, input);
    const isChanged = changed.length > 0;
    const [by, at] = [personOf(actor), new Date(ports.clock()).toISOString()];
    // Also of a change of its words: nobody can tell how much of the template is left in them.
    const writers = changed.includes('content') ? await writersOf(ports, input) : [];
    const campaign = isChanged ? edited(known, input, { by, at, writers }) : known;
    if (isChanged) {
      refuseTooLarge(campaign);
      // Refuses before anything is saved when one that may still be sent cannot be read.
      await ports.runs.ofCampaign(campaign.id, RUNS_SHOWN);
      await ports.campaigns.replace(campaign);
    }
    const paused = pausesSeries === true ? await pauseSeries(ports, campaign, { by, at, origin }) : undefined;
    await allOf([moveTimer(ports, known, campaign), voidOutdated(ports, campaign, { by, changed, origin })]);
    // What is left are runs of this very version: nothing was changed.
    if (paused) await endBarred(ports, { campaignId: campaign.id, life: paused }, { by, origin });
    return campaign;
  };
