import canonicalize from 'canonicalize';
import type { Campaign } from '../../domain/campaign.ts';
import { found } from '../../domain/find.ts';
import { chunkListKey, manifestKey, type Manifest, type SplitContent } from '../../domain/manifest.ts';
import { deadlineFrom, policyOf } from '../../domain/policy.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { UnknownMessages } from '../../domain/ports/unknown-messages.ts';
import type { Check, Counts } from '../../domain/preparation.ts';
import { isBlocked } from '../../domain/prepare/checks.ts';
import { variablesOf } from '../../domain/prepare/variables.ts';
import { Problem } from '../../domain/problem.ts';
import { assemble, compileContent } from '../../domain/render.ts';
import type { RunIn } from '../../domain/run.ts';
import { transition, type RunEvent } from '../../domain/transition.ts';
import { checkRun, type CheckPorts } from './check-run.ts';
import { draftOfResend } from './draft-resend.ts';
import { draftOf, type Draft } from './draft-run.ts';
import { freezeAudience, sha256, type FrozenAudience } from './freeze-audience.ts';

export type PreparePorts = CheckPorts & {
  campaigns: Campaigns;
  runs: Runs;
  profiles: Profiles;
  content: ContentStore;
  html: HtmlCompiler;
  audit: Audit;
  newId: () => string;
  unknown: UnknownMessages;
};

type Preparing = RunIn<'Preparing'>;
type Outcome = {
  checks: Check[];
  counts?: Counts;
  frozen?: { draft: Draft; audience: FrozenAudience; prefix: string };
};

const prepareContent = async (ports: PreparePorts, run: Preparing, campaign: Campaign): Promise<Outcome> => {
  const draft = await (run.resendOf ? draftOfResend(ports, run.resendOf) : draftOf(ports, campaign));
  if ('verdict' in draft) return { checks: [draft] };
  const { content, rules, people } = draft;
  const prefix = `runs/${run.id}/${ports.newId()}/`;
  const variables = variablesOf(content).filter((name) => name !== 'unsubscribe_url');
  const { id, campaignId } = run;
  const audience = await freezeAudience(ports, { id, campaignId, people, rules, prefix }, variables);
  const checks = await checkRun(ports, { run, campaign, draft, variables, audience });
  return { checks, counts: audience.counts, ...(!isBlocked(checks) && { frozen: { draft, audience, prefix } }) };
};

const manifestOf = (
  run: Preparing,
  { draft, audience }: NonNullable<Outcome['frozen']>,
  preparedAt: string,
): Omit<Manifest, 'policy'> => ({
  format: 1,
  runId: run.id,
  campaignId: run.campaignId,
  campaignVersion: draft.campaignVersion,
  campaignName: draft.campaignName,
  list: draft.list,
  filter: draft.filter,
  sender: draft.sender,
  replyTo: draft.replyTo,
  content: draft.content,
  rules: draft.rules,
  counts: audience.counts,
  schedule: draft.schedule,
  sendAt: run.sendAt ?? null,
  requestConfirmation: run.requestConfirmation,
  preparedAt,
  chunks: audience.chunks,
});

const nothing = { skeleton: '', fragments: [] };

/** The subject without anybody's data, for lists and mails: each field stands as its name, ‹first_name›. */
const subjectShown = (content: SplitContent): string => {
  const subjectOnly = { subject: content.subject, html: nothing, text: nothing };
  const names = Object.fromEntries(variablesOf(subjectOnly).map((name) => [name, `‹${name}›`]));
  return assemble(content.subject.skeleton, compileContent(subjectOnly)(names)).trim();
};

const freeze = async (ports: PreparePorts, run: Preparing, campaign: Campaign, outcome: Outcome): Promise<RunEvent> => {
  const at = new Date(ports.clock()).toISOString();
  const { checks, counts, frozen } = outcome;
  if (!frozen || !counts) return { type: 'preparationFailed', at, checks, ...(counts && { counts }) };
  const policy = policyOf(ports.policy, campaign.policy);
  const text = canonicalize({ ...manifestOf(run, frozen, at), policy }) ?? '';
  await ports.content.put(manifestKey(frozen.prefix), text);
  await ports.content.put(chunkListKey(frozen.prefix), JSON.stringify(frozen.audience.chunks.map((_, chunk) => chunk)));
  return {
    type: 'prepared',
    at,
    deadline: deadlineFrom(policy, at, run.sendAt),
    preparation: {
      preparedAt: at,
      durationMs: ports.clock() - Date.parse(run.createdAt),
      counts,
      checks,
      policy,
      rules: frozen.draft.rules,
      subject: subjectShown(frozen.draft.content),
      manifestHash: sha256(text),
      prefix: frozen.prefix,
      chunks: frozen.audience.chunks.length,
    },
  };
};

/**
 * Computes the audience and its exclusions, checks, and freezes what would go out. Each attempt writes
 * under a prefix of its own, so a preparation that died half-way left nothing that counts.
 */
export const prepareRun =
  (ports: PreparePorts) =>
  async ({ runId }: { runId: string }): Promise<void> => {
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'Preparing') return;
    const campaign = found(await ports.campaigns.get(run.campaignId), 'campaign');
    const event = await freeze(ports, run, campaign, await prepareContent(ports, run, campaign));
    try {
      await ports.runs.replace(transition(run, event));
    } catch (error) {
      // Stopped or edited meanwhile: what was frozen counts for nothing.
      if (error instanceof Problem && error.code === 'conflict') return;
      throw error;
    }
    await ports.audit.append({
      at: new Date(ports.clock()).toISOString(),
      runId,
      what: event.type,
      by: run.requestedBy,
    });
  };
