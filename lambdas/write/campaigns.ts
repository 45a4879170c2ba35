import type { Campaign, CampaignInput, CampaignSummary } from '../../domain/model/campaign.ts';
import { refuseTooLarge } from '../../domain/write/campaign-size.ts';
import { found } from '../../domain/http/find.ts';
import { editorsOf, withEditor } from '../../domain/model/authors.ts';
import { personOf, type Actor, type Person } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import type { CampaignDetail } from '../../domain/write/api.ts';
import { changedBlocks } from '../../domain/write/changed-blocks.ts';
import { copyOf } from '../../domain/write/copy-of.ts';
import { nextOccurrences } from '../../domain/calendar/occurrence.ts';
import { firstStartOf, isArmed } from '../../domain/calendar/series.ts';
import type { writeRoutes } from '../../domain/write/routes.ts';
import { Problem } from '../../domain/http/problem.ts';
import { isReleased } from '../../domain/model/release.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { faultsIn } from '../../domain/model/schedule.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { voidRun, type Edit } from '../../domain/model/void-run.ts';
import { armNext, launchTimer } from '../../domain/calendar/series-timer.ts';

export type CampaignPorts = {
  campaigns: Campaigns;
  runs: Runs;
  gates: Gates;
  timers: Timers;
  audit: Audit;
  clock: Clock;
  newId: () => string;
};

const RUNS_SHOWN = 50;
const STARTS_SHOWN = 10;

/** POST /campaigns */
export const createCampaign =
  (ports: CampaignPorts): HttpHandler<typeof writeRoutes.createCampaign> =>
  async ({ body, actor }: { body: CampaignInput; actor: Actor }) => {
    const at = new Date(ports.clock()).toISOString();
    const by = personOf(actor);
    const campaign = {
      ...body,
      id: ports.newId(),
      version: 1,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
      hands: [{ by, version: 1 }],
    };
    refuseTooLarge(campaign);
    await ports.campaigns.create(campaign);
    return campaign;
  };

/** POST /campaigns/{id}/copy */
export const copyCampaign =
  (ports: Pick<CampaignPorts, 'campaigns' | 'clock' | 'newId'>): HttpHandler<typeof writeRoutes.copyCampaign> =>
  async ({ params, body, actor }) => {
    const original = found(await ports.campaigns.withContent(params.id), 'campaign');
    const at = new Date(ports.clock()).toISOString();
    const copy = copyOf(original, { id: ports.newId(), name: body.name, by: personOf(actor), at });
    refuseTooLarge(copy);
    await ports.campaigns.create(copy);
    return copy;
  };

/** GET /campaigns */
export const listCampaigns =
  (ports: CampaignPorts): HttpHandler<typeof writeRoutes.listCampaigns> =>
  async ({ query, actor }) => {
    const { items, unreadable, cursor } = await ports.campaigns.list(query);
    const latest = async (campaign: CampaignSummary) => {
      const { items: runs, unreadable: unread } = await ports.runs.listOfCampaign(campaign.id, 1);
      const [run] = runs;
      return { campaign, latestRun: run ? showRun(run, actor) : null, unreadableRun: unread[0] ?? null };
    };
    return { items: await Promise.all(items.map(latest)), unreadable, cursor };
  };

/** Null: it is no series. */
const seriesOf = (campaign: Campaign, runs: readonly Run[], now: string): CampaignDetail['series'] => {
  if (campaign.schedule.mode !== 'recurring') return null;
  const [next] = nextOccurrences(campaign.schedule, now, 1);
  return {
    isArmed: isArmed(campaign, runs),
    isReleased: isReleased(campaign, runs),
    preparedFor: next === undefined ? null : (firstStartOf(campaign, now) ?? null),
  };
};

/** GET /campaigns/{id} */
export const getCampaign =
  (ports: CampaignPorts): HttpHandler<typeof writeRoutes.getCampaign> =>
  async ({ params, actor }) => {
    const campaign = found(await ports.campaigns.withContent(params.id), 'campaign');
    const { items: runs, unreadable } = await ports.runs.listOfCampaign(campaign.id, RUNS_SHOWN);
    const now = new Date(ports.clock()).toISOString();
    return {
      campaign,
      runs: runs.map((run) => showRun(run, actor)),
      unreadable,
      nextRuns: nextOccurrences(campaign.schedule, now, STARTS_SHOWN),
      zoneData: process.versions['tz'] ?? null,
      series: seriesOf(campaign, runs, now),
      scheduleFaults: faultsIn(campaign.schedule),
    };
  };

const unsent: readonly Run['state'][] = ['Preparing', 'AwaitingConfirmation', 'Scheduled'];

/** Voided by an edit: what was prepared from the campaign and has not begun to go out. */
const isVoidable = ({ state, resendOf }: Run): boolean => unsent.includes(state) && resendOf === undefined;

/** What the campaign would be; the name is what approvers and mails call it, so it voids like any other block. */
const edited = (known: Campaign, input: CampaignInput, updatedBy: Person, updatedAt: string): Campaign => {
  const { id, createdAt, createdBy, copiedFrom, confirmed } = known;
  const version = known.version + 1;
  const recurringSince = known.schedule.mode === 'recurring' ? known.recurringSince : version;
  return {
    ...input,
    id,
    createdAt,
    createdBy,
    ...(copiedFrom && { copiedFrom }),
    ...(confirmed && { confirmed }),
    ...(input.schedule.mode === 'recurring' && recurringSince !== undefined && { recurringSince }),
    hands: withEditor(editorsOf(known), updatedBy, version),
    version,
    updatedAt,
    updatedBy,
  };
};

/** What follows from an edit that is saved: each by itself, so that what fails keeps nothing else from being done. */
const allOf = async (followUps: Promise<void>[]): Promise<void> => {
  for (const result of await Promise.allSettled(followUps)) if (result.status === 'rejected') throw result.reason;
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

/** The timer that is set follows the old schedule. */
const moveTimer = async (ports: CampaignPorts, campaign: Campaign, runs: readonly Run[]): Promise<void> => {
  if (isArmed(campaign, runs)) await armNext(ports, campaign, ports.clock());
  else if (runs.length > 0) await ports.timers.cancel(launchTimer(campaign.id));
};

/** PUT /campaigns/{id}. Saved as it was, it stays as it was: nothing is void, and nobody has edited it. */
export const editCampaign =
  (ports: CampaignPorts): HttpHandler<typeof writeRoutes.editCampaign> =>
  async ({ params, body, actor, origin }) => {
    const known = found(await ports.campaigns.withContent(params.id), 'campaign');
    const { version, ...input } = body;
    if (version !== known.version) {
      throw new Problem(
        'conflict',
        'Somebody else changed this campaign meanwhile.',
        'Load it again and repeat the change.',
        { cause: 'campaignChanged' },
      );
    }
    const changed = changedBlocks(known, input);
    const isChanged = changed.length > 0;
    const campaign = isChanged ? edited(known, input, personOf(actor), new Date(ports.clock()).toISOString()) : known;
    if (isChanged) {
      refuseTooLarge(campaign);
      // Refuses before anything is saved when one that may still be sent cannot be read.
      await ports.runs.ofCampaign(campaign.id, RUNS_SHOWN);
      await ports.campaigns.replace(campaign);
    }
    const runs = await ports.runs.ofCampaign(campaign.id, RUNS_SHOWN);
    await allOf([
      moveTimer(ports, campaign, runs),
      voidOutdated(ports, campaign, { by: personOf(actor), changed, origin }),
    ]);
    return campaign;
  };
