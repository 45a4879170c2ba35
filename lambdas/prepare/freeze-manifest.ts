import canonicalize from 'canonicalize';
import { WINNER } from '../../domain/model/test-names.ts';
import type { Campaign } from '../../domain/model/campaign.ts';
import { chunkListKey, manifestKey, type Manifest, type SplitContent } from '../../domain/model/manifest.ts';
import { deadlineOf } from '../../domain/calendar/lateness.ts';
import { policyOf, type Policy } from '../../domain/model/policy.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Check, Counts, Preparation } from '../../domain/model/preparation.ts';
import { rowsUntilOf } from '../../domain/model/row-life.ts';
import { frozenContent } from '../../domain/model/frozen.ts';
import { countsOf } from '../../domain/prepare/variant-counts.ts';
import { variablesOf } from '../../domain/content/variables.ts';
import { compileContent } from '../../domain/content/render.ts';
import { assemble, templateOf } from '../../domain/content/skeleton.ts';
import type { RunIn } from '../../domain/model/run.ts';
import type { RunEvent } from '../../domain/model/run-event.ts';
import { hashedSamples } from '../content/sample-hashes.ts';
import type { Draft } from './draft-run.ts';
import type { FrozenAudience } from './frozen-audience.ts';
import { sha256 } from './snapshot-writer.ts';

export type Preparing = RunIn<'Preparing'>;

/** What preparing came to; nothing is frozen when a check blocks. */
export type Outcome = {
  checks: Check[];
  counts?: Counts;
  frozen?: { draft: Draft; audience: FrozenAudience; prefix: string };
};

type FreezePorts = {
  content: Pick<ContentStore, 'get' | 'put'>;
  clock: Clock;
  policy: Policy;
  /** Days for which the stage keeps message rows. */
  messagesDays: number;
};

const manifestOf = (
  run: Preparing,
  { draft, audience }: NonNullable<Outcome['frozen']>,
  preparedAt: string,
): Omit<Manifest, 'policy' | 'variants' | 'conditions' | 'snippets' | 'attachments'> &
  Partial<Pick<Manifest, 'variants' | 'conditions' | 'snippets' | 'attachments'>> => ({
  format: 1,
  runId: run.id,
  campaignId: run.campaignId,
  campaignVersion: draft.campaignVersion,
  campaignName: draft.campaignName,
  list: draft.list,
  filter: draft.filter,
  segments: draft.segments,
  looked: draft.looked && { ...draft.looked, unknown: audience.unseen },
  topic: run.topic ?? null,
  sender: draft.sender,
  replyTo: draft.replyTo,
  content: draft.content,
  ...(draft.variants.length > 0 && { language: draft.language, variants: draft.variants }),
  ...(draft.snippets.length > 0 && { snippets: draft.snippets }),
  ...(draft.attachments.length > 0 && { attachments: draft.attachments }),
  isTracked: draft.isTracked,
  rules: draft.rules,
  counts: audience.counts,
  schedule: draft.schedule,
  sendAt: run.sendAt ?? null,
  requestConfirmation: run.requestConfirmation,
  releasesSeries: run.releasesSeries ?? false,
  releaseLimits: run.releaseLimits ?? null,
  preparedAt,
  samples: audience.samples,
  ...(audience.conditions.length > 0 && { conditions: audience.conditions }),
  waves: audience.waves,
  chunks: audience.chunks,
});

const nothing = { skeleton: '', fragments: [] };

/** The subject without anybody's data, for lists and mails: each field is written as its name, ‹first_name›, or, where a name will not do, as it was written. */
const subjectShown = (content: SplitContent): string => {
  const subjectOnly = { subject: content.subject, html: nothing, text: nothing };
  const names = Object.fromEntries(variablesOf(subjectOnly).map((name) => [name, `‹${name}›`]));
  try {
    return assemble(content.subject.skeleton, compileContent(subjectOnly)(names)).trim();
  } catch {
    return templateOf(content.subject).trim();
  }
};

/** How many get which content; nothing of a campaign with one. */
const variantsOf = ({ draft, audience }: NonNullable<Outcome['frozen']>): Pick<Preparation, 'variants'> => {
  const counts = countsOf(draft, audience.chunks);
  // Nobody knows yet which subject wins.
  const subjectOf = (id: string | null): string =>
    id === WINNER ? '' : subjectShown(frozenContent(draft, id ?? undefined));
  return counts.length > 0 ? { variants: counts.map((count) => ({ ...count, subject: subjectOf(count.id) })) } : {};
};

/** The chunks of a wave are an item list of their own, so that no machine sees those of a later one. */
const putChunkLists = async (
  { content }: { content: Pick<ContentStore, 'put'> },
  { prefix, audience: { chunks, waves } }: NonNullable<Outcome['frozen']>,
): Promise<void> => {
  const numbered = chunks.map(({ wave }, chunk) => ({ wave, chunk }));
  const lists = waves.length > 0 ? [...waves.keys()] : [undefined];
  for (const wave of lists) {
    const list = numbered.filter((one) => one.wave === wave).map(({ chunk }) => chunk);
    await content.put(chunkListKey(prefix, wave), JSON.stringify(list));
  }
};

/** Writes the manifest of what was frozen at `at`, and says what thereby happens to the run. */
export const freezeManifest = async (
  ports: FreezePorts,
  { run, at }: { run: Preparing; at: string },
  campaign: Campaign,
  outcome: Outcome,
): Promise<RunEvent> => {
  const { checks, counts, frozen } = outcome;
  if (!frozen || !counts) return { type: 'preparationFailed', at, checks, ...(counts && { counts }) };
  const policy = policyOf(ports.policy, campaign.policy);
  const manifest = manifestOf(run, frozen, at);
  const samples = await hashedSamples(ports.content, frozen.prefix, manifest);
  const text = canonicalize({ ...manifest, samples, policy }) ?? '';
  await ports.content.put(manifestKey(frozen.prefix), text);
  await putChunkLists(ports, frozen);
  return {
    type: 'prepared',
    at,
    deadline: deadlineOf(run, policy, at),
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
      rowsUntil: rowsUntilOf({ preparedAt: at, sendAt: run.sendAt, messagesDays: ports.messagesDays }),
      ...(frozen.audience.waves.length > 0 && { waves: frozen.audience.waves }),
      ...variantsOf(frozen),
      ...(frozen.draft.segments.length > 0 && { segments: frozen.draft.segments }),
      ...(frozen.draft.snippets.length > 0 && { snippets: frozen.draft.snippets }),
      ...(frozen.draft.attachments.length > 0 && { attachments: frozen.draft.attachments }),
    },
  };
};
