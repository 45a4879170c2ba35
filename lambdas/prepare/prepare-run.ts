import type { Campaign } from '../../domain/model/campaign.ts';
import { found } from '../../domain/http/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import type { NamedLists } from '../../domain/ports/lists.ts';
import type { PersonIds } from '../../domain/ports/person-ids.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import type { Snippets } from '../../domain/ports/snippets.ts';
import type { UnknownMessages } from '../../domain/ports/unknown-messages.ts';
import { asFrozen } from '../../domain/calendar/lateness.ts';
import { withinBounds } from '../../domain/prepare/check-bounds.ts';
import { isBlocked, preparationBroken } from '../../domain/prepare/checks.ts';
import { moveRun } from '../../domain/model/move-run.ts';
import type { PreparationLeft } from '../../domain/model/run.ts';
import type { Prepared, PrepareStep } from '../../domain/model/steps.ts';
import type { RunEvent } from '../../domain/model/run-event.ts';
import type { Wave } from '../../domain/model/waves.ts';
import { voidRun } from '../../domain/model/void-run.ts';
import { snippetsOfAttempt } from './attempt-snippets.ts';
import { askedAgain } from './ask-again.ts';
import { checkRun, type CheckPorts } from './check-run.ts';
import { draftOfResend } from './draft-resend.ts';
import { draftOf, type Draft } from './draft-run.ts';
import { testListsLeftOut } from '../../domain/prepare/test-lists.ts';
import { localTimeOf } from '../../domain/calendar/recipient-time.ts';
import { plannedStartOf } from '../../domain/prepare/planned-start.ts';
import { freezeAudience, type FreezeAudiencePorts } from './freeze-audience.ts';
import { lookBeyond, type BeyondPorts } from './look-beyond.ts';
import { withEditors } from './with-editors.ts';
import { freezeManifest, type Outcome, type Preparing } from './freeze-manifest.ts';
import { SNAPSHOT_LIFE_MS, type ImportSnapshot } from '../../domain/model/import-snapshot.ts';

export type PreparePorts = CheckPorts &
  Pick<BeyondPorts, 'segments' | 'messages' | 'ledger'> &
  Pick<FreezeAudiencePorts, 'trackUnknown'> & {
    campaigns: Pick<Campaigns, 'withContent'>;
    runs: Pick<Runs, 'get' | 'listOfCampaign' | 'current' | 'recent' | 'replace'>;
    lives: Pick<SeriesLives, 'get'>;
    profiles: FreezeAudiencePorts['profiles'] & Pick<Profiles, 'inList' | 'getMany' | 'snapshot'>;
    lists: Pick<NamedLists, 'get'>;
    personIds: PersonIds;
    content: ContentStore;
    snippets: Pick<Snippets, 'getMany'>;
    html: HtmlCompiler;
    audit: Pick<Audit, 'append'>;
    newId: () => string;
    unknown: UnknownMessages;
    /** Days for which the stage keeps message rows. */
    messagesDays: number;
  };

/** One attempt at a preparation, or what is left of it. */
type Attempt = PreparationLeft & { isTimeUp: () => boolean };

/** What was prepared, and the run as it asks for it. */
type Done = { asking: Preparing; outcome: Outcome };

/** A run that is meant for a time wherever somebody is begins where that time comes first. */
const startingWith = (run: Preparing, [first]: readonly Wave[]): Preparing => {
  if (!first || !localTimeOf(run)) return run;
  const { sendAt: _planned, ...rest } = run;
  return first.at === null ? rest : { ...rest, sendAt: first.at };
};

/** Whom the draft means, and what each of them gets. */
const audienceOf = (run: Preparing, draft: Draft, imports: ImportSnapshot) => {
  const { id, campaignId, topic, createdAt, occurrence } = run;
  const { content: mail, variants, chooser, rules, people, variables, isTracked, schedule } = draft;
  return {
    id,
    campaignId,
    topic,
    people,
    rules,
    mail,
    variables,
    variants,
    chooser,
    isTracked,
    contact: run.sendAt ?? createdAt,
    spreading: { campaignId, schedule, occurrence, now: createdAt },
    testLists: testListsLeftOut(imports.testLists, draft),
  };
};

/** Undefined: the time was up, and the next step goes on. */
const prepareContent = async (
  ports: PreparePorts,
  run: Preparing,
  campaign: Campaign,
  { prefix, leg, imports, isTimeUp }: Attempt,
): Promise<Done | undefined> => {
  const filter = run.resendOf ? undefined : campaign.filter;
  const looked = await lookBeyond(ports, filter, { prefix, leg, isTimeUp });
  if (looked === 'timeUp') return undefined;
  const beyond = looked === 'nothing' ? undefined : looked;
  const snippets = run.resendOf ? [] : await snippetsOfAttempt(ports, campaign, { prefix, leg });
  const draft = await (run.resendOf
    ? draftOfResend(ports, run.resendOf)
    : draftOf(ports, campaign, { imports, snippets }, beyond));
  if ('verdict' in draft) return { asking: run, outcome: { checks: [withinBounds(draft)] } };
  const plannedStart = plannedStartOf(run, ports.checkLimits, campaign.checkLimits);
  const toFreeze = { ...audienceOf(run, draft, imports), plannedStart, prefix, checkpoint: beyond?.checkpoint ?? leg };
  const audience = await freezeAudience(ports, toFreeze, isTimeUp);
  if (!audience) {
    await beyond?.leave();
    return undefined;
  }
  const { counts } = audience;
  const handled = [...(beyond?.segments ?? []), ...snippets];
  const written = withEditors(startingWith(run, audience.waves), campaign, handled);
  const frozenOf = { toDeliver: counts.toDeliver, segments: draft.segments, snippets: draft.snippets };
  const asking = await askedAgain(ports, written, campaign, frozenOf);
  const findings = await checkRun(ports, { run: asking, campaign, draft, audience });
  const checks = findings.map(withinBounds);
  return { asking, outcome: { checks, counts, ...(!isBlocked(checks) && { frozen: { draft, audience, prefix } }) } };
};

/** Of a run that asks nobody, which confirmation it goes out by: the campaign keeps the last one only. */
const releasedBy = (run: Preparing, { confirmed }: Campaign) =>
  run.requestConfirmation || !confirmed ? {} : { releasedBy: confirmed.runId };

/** Of a run that was stopped or edited meanwhile what was frozen counts for nothing. */
const close = async (
  ports: PreparePorts,
  run: Preparing,
  event: RunEvent,
  facts: Record<string, string> = {},
): Promise<void> => {
  if (!(await moveRun(ports, run, event))) return;
  const at = new Date(ports.clock()).toISOString();
  await ports.audit.append({ at, runId: run.id, what: event.type, by: run.requestedBy, facts });
};

/**
 * Was the campaign edited since the run was begun? Then it was begun for other words and other authors than those that
 * would be frozen now; the edit did not find it when it looked for what it voids.
 */
const isOutdated = (run: Preparing, campaign: Campaign): boolean =>
  run.resendOf === undefined && run.campaignVersion !== campaign.version;

/** It sees the imports that count at this moment, to its end. */
const firstAttempt = async (ports: PreparePorts, runId: string): Promise<PreparationLeft> => ({
  prefix: `runs/${runId}/${ports.newId()}/`,
  leg: 0,
  imports: await ports.profiles.snapshot(),
  begunAt: new Date(ports.clock()).toISOString(),
});

/** Undefined: there is none, or what it sees of the imports may be folded into what came later. */
const leftOf = ({ left }: Preparing, now: number): PreparationLeft | undefined =>
  left && now - Date.parse(left.begunAt) < SNAPSHOT_LIFE_MS ? left : undefined;

/**
 * Ends a run whose preparation fails however often it is tried. It would stay in preparation for ever otherwise:
 * the next execution would meet the same.
 */
const giveUp = async (ports: PreparePorts, runId: string, failure: string): Promise<Prepared> => {
  const run = found(await ports.runs.get(runId), 'run');
  const at = new Date(ports.clock()).toISOString();
  if (run.state === 'Preparing')
    await close(ports, run, { type: 'preparationFailed', at, checks: [preparationBroken(failure)] });
  return { runId, outcome: 'done' };
};

/** Enough for writing the checkpoint of five million people, and for the last checks. */
const RESERVE_MS = 90_000;

/**
 * Computes the audience and its exclusions, checks, and freezes what would go out. Each attempt writes
 * under a prefix of its own, so a preparation that died half-way left nothing that counts. A step whose time is up
 * leaves its attempt in the run; the next one takes it from there, so that one which dies begins anew. It sees all of
 * an import or nothing, and waits for none. `timeLeft` is in milliseconds.
 */
export const prepareRun =
  (ports: PreparePorts) =>
  async ({ runId, failure }: PrepareStep, timeLeft: () => number): Promise<Prepared> => {
    if (failure !== undefined) return giveUp(ports, runId, failure);
    const known = found(await ports.runs.get(runId), 'run');
    if (known.state !== 'Preparing') return { runId, outcome: 'done' };
    const left = leftOf(known, ports.clock()) ?? (await firstAttempt(ports, runId));
    const run = known.left ? await moveRun(ports, known, { type: 'checkpointSet', left: null }) : known;
    if (run?.state !== 'Preparing') return { runId, outcome: 'done' };
    const campaign = found(await ports.campaigns.withContent(run.campaignId), 'campaign');
    if (isOutdated(run, campaign)) {
      await voidRun(ports, run, { by: campaign.updatedBy });
      return { runId, outcome: 'done' };
    }
    const attempt = { ...left, isTimeUp: () => timeLeft() < RESERVE_MS };
    const done = await prepareContent(ports, run, campaign, attempt);
    if (!done) {
      const moved = await moveRun(ports, run, { type: 'checkpointSet', left: { ...left, leg: left.leg + 1 } });
      return { runId, outcome: moved ? 'more' : 'done' };
    }
    const at = new Date(ports.clock()).toISOString();
    const frozen = asFrozen(done.asking, at);
    const event = await freezeManifest(ports, { run: frozen, at }, campaign, done.outcome);
    await close(ports, frozen, event, releasedBy(frozen, campaign));
    return { runId, outcome: 'done' };
  };
