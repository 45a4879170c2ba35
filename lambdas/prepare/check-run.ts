import { audienceKeptChecks } from '../../domain/model/audience-life.ts';
import type { Campaign } from '../../domain/model/campaign.ts';
import { confirmingRun } from '../../domain/model/confirming-run.ts';
import { limitsOf, type CheckLimits } from '../../domain/model/check-limits.ts';
import { policyOf, type Policy } from '../../domain/model/policy.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SenderDomain } from '../../domain/prepare/ports/sender-domain.ts';
import type { ShownPictures } from '../../domain/ports/pictures.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import type { Check } from '../../domain/model/preparation.ts';
import { attachmentChecks } from '../../domain/prepare/attachment-checks.ts';
import { beyondChecks } from '../../domain/prepare/behaviour-checks.ts';
import { approverCheck, reminderChecks } from '../../domain/prepare/approver-check.ts';
import { contentChecks, deliveryChecks, recordsChecks, rulesCheck } from '../../domain/prepare/checks.ts';
import { foreignTagsCheck } from '../../domain/prepare/foreign-tags.ts';
import { fatigueChecks } from '../../domain/prepare/fatigue.ts';
import { audienceChangeChecks, copiedScheduleChecks, lastToDeliver } from '../../domain/prepare/history-checks.ts';
import {
  comparisonsCheck,
  datesCheck,
  emptyCheck,
  filterCheck,
  imagesWeightCheck,
  markupChecks,
  noAsYesCheck,
  wordsCheck,
} from '../../domain/prepare/markup.ts';
import { mailChecks } from '../../domain/prepare/mail-checks.ts';
import { nothingSurveyed, type SurveyState } from '../../domain/prepare/mail-survey.ts';
import { abTestChecks } from '../../domain/prepare/ab-test-checks.ts';
import { languageChecks, ofAllLanguages } from '../../domain/prepare/language-checks.ts';
import { countsOf } from '../../domain/prepare/variant-counts.ts';
import type { SplitContent } from '../../domain/model/manifest.ts';
import { spokenBy } from '../../domain/model/variants.ts';
import { letterOf } from '../../domain/model/test-names.ts';
import { pictureChecks, picturesShown } from '../../domain/prepare/picture-checks.ts';
import { forecast } from '../../domain/prepare/quota.ts';
import { spreadChecks, withWaves } from '../../domain/prepare/spread-checks.ts';
import { validityChecks } from '../../domain/prepare/validity-check.ts';
import { sendWindowChecks } from '../../domain/prepare/send-window.ts';
import { senderProofChecks, senderProofs } from '../../domain/prepare/sender-proofs.ts';
import { branchesOf } from '../../domain/content/branches.ts';
import { personalVariables, unknownVariables } from '../../domain/content/variables.ts';
import type { RunIn } from '../../domain/model/run.ts';
import type { Draft } from './draft-run.ts';
import type { FrozenAudience } from './frozen-audience.ts';
import { unusableAttachments } from '../content/load-attachments.ts';
import { readMarkup } from '../content/read-markup.ts';

export type CheckPorts = {
  runs: Pick<Runs, 'get' | 'ofCampaign'>;
  account: SesAccount;
  senderDomain: SenderDomain;
  people: Pick<People, 'approvers'>;
  pictures: ShownPictures;
  content: Pick<ContentStore, 'getBytes'>;
  clock: Clock;
  /** The stage's; the campaign's tightens them. */
  policy: Policy;
  checkLimits: CheckLimits;
  /** Days for which the stage keeps what is frozen of people. */
  audienceDays: number;
};

type Checked = {
  run: RunIn<'Preparing'>;
  campaign: Campaign;
  draft: Draft;
  audience: Omit<FrozenAudience, 'samples'>;
};

const RUNS_COMPARED = 50;

/** A policy that nobody can satisfy is found now, not when the deadline passes. */
const approverChecks = async (ports: CheckPorts, { run, campaign, audience }: Checked): Promise<Check[]> => {
  if (!run.requestConfirmation) return [];
  const policy = policyOf(ports.policy, campaign.policy);
  const asked = await ports.people.approvers(policy.ask);
  return [
    approverCheck({ policy, authors: run, toDeliver: audience.counts.toDeliver, asked }),
    ...reminderChecks(policy),
  ];
};

/** Findings about one content, and the mails that were put together of it. */
const contentFindings = async (
  { pictures }: Pick<CheckPorts, 'pictures'>,
  content: SplitContent,
  survey: SurveyState,
): Promise<Check[]> => {
  const html = branchesOf(content.html);
  const text = branchesOf(content.text);
  const markup = readMarkup(html);
  const sources = picturesShown(markup, pictures.idIn);
  const known = sources.size === 0 ? [] : await pictures.known([...sources.keys()]);
  return [
    ...contentChecks(content),
    ...mailChecks(content, survey),
    ...markupChecks(markup, text, pictures.idIn),
    foreignTagsCheck([branchesOf(content.subject), html, text]),
    imagesWeightCheck(markup),
    ...pictureChecks({ sources, known }),
  ];
};

const templateChecks = async (
  ports: Pick<CheckPorts, 'pictures' | 'content'>,
  { run, draft, audience }: Checked,
): Promise<Check[]> => {
  const { content, language = letterOf(0), variants, rules, attachments } = draft;
  const { fields, survey, surveys } = audience;
  const own = { language, checks: await contentFindings(ports, content, survey) };
  const others = await Promise.all(
    variants.map(async ({ id, for: rule, content: written }, place) => ({
      language: spokenBy(rule) ?? letterOf(place + 1),
      checks: await contentFindings(ports, written, surveys[id] ?? nothingSurveyed),
    })),
  );
  return [
    ...ofAllLanguages([own, ...others]),
    ...languageChecks(countsOf(draft, audience.chunks), audience.languages),
    ...abTestChecks(draft.schedule, countsOf(draft, audience.chunks), audience.counts),
    ...attachmentChecks({
      attachments,
      unusable: await unusableAttachments(ports.content, attachments),
      toDeliver: audience.counts.toDeliver,
    }),
    emptyCheck(fields.empty),
    wordsCheck(fields.words),
    datesCheck(fields.undated),
    comparisonsCheck(fields.unread),
    noAsYesCheck(fields.noAsYes),
    filterCheck(audience.unread),
    ...(run.resendOf ? [] : beyondChecks({ ...draft, unseen: audience.unseen })),
    ...rulesCheck(rules),
    ...fatigueChecks(rules, run.schedule),
  ];
};

/** What the campaign itself and its runs before say to it; a run that sends unknown messages again is none of those. */
const campaignChecks = async (
  ports: CheckPorts,
  { run, campaign, audience }: Checked,
  mostPercent: number,
): Promise<Check[]> => {
  const runs = await ports.runs.ofCampaign(campaign.id, RUNS_COMPARED);
  const latest = runs.filter(({ id, resendOf }) => id !== run.id && resendOf === undefined);
  // Skipped starts may be all that is latest.
  const confirming = await confirmingRun(ports, campaign);
  const before = confirming ? [...latest, confirming] : latest;
  return [
    ...audienceChangeChecks(lastToDeliver(before), audience.counts.toDeliver, mostPercent),
    ...copiedScheduleChecks(campaign),
  ];
};

/** Of all contents, whoever gets them. What is sent again is frozen with all that it needs, and with nothing of the others. */
const unknownIn = ({ run, draft: { variables, variants }, audience }: Checked): string[] => {
  if (run.resendOf) return [];
  const used = new Set([...variables, ...variants.flatMap(({ content }) => personalVariables(content))]);
  return unknownVariables([...used], audience.attributes);
};

/** What SES, the calendar and the runs before say to it. */
const sendingChecks = async (ports: CheckPorts, checked: Checked): Promise<Check[]> => {
  const { run, campaign, draft, audience } = checked;
  const { toDeliver } = audience.counts;
  const { address } = draft.sender;
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const now = ports.clock();
  const starts = Math.max(now, Date.parse(run.sendAt ?? new Date(now).toISOString()));
  const quota = await ports.account.quota();
  const { waves, zones } = audience;
  const planned = withWaves(forecast({ quota, toDeliver, starts, now }), waves, run.schedule, quota);
  const limits = limitsOf(ports.checkLimits, campaign.checkLimits);
  return [
    ...deliveryChecks({
      unknownVariables: unknownIn(checked),
      sender: draft.sender,
      senderVerified: await ports.account.isVerified(address),
      senderDomain: domain,
      isInSandbox: quota.isInSandbox === true,
      toDeliver,
      forecast: planned,
    }),
    ...senderProofChecks(domain, await senderProofs(ports.senderDomain, domain)),
    ...sendWindowChecks(limits.sendWindows, { schedule: run.schedule, sendAt: run.sendAt, forecast: planned }),
    ...spreadChecks(run, { waves, zones, planned, now }),
    ...validityChecks(run, planned),
    ...audienceKeptChecks({
      sendAt: run.sendAt ?? null,
      now,
      fatigue: draft.rules.fatigue,
      audienceDays: ports.audienceDays,
    }),
    ...(run.resendOf ? [] : await campaignChecks(ports, checked, limits.audienceChangePercent)),
  ];
};

/** Everything that is found out about a run before it is frozen, in the order in which it is shown. */
export const checkRun = async (ports: CheckPorts, checked: Checked): Promise<Check[]> => [
  ...(await templateChecks(ports, checked)),
  ...recordsChecks(checked.audience.unreadable),
  ...(await sendingChecks(ports, checked)),
  ...(await approverChecks(ports, checked)),
];
