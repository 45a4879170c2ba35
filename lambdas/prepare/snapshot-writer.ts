import { hash } from 'node:crypto';
import {
  chunkKey,
  directoryKey,
  exclusionsKey,
  type Excluded,
  type FrozenVariant,
  type Recipient,
  type SplitContent,
} from '../../domain/model/manifest.ts';
import { WINNER } from '../../domain/model/test-names.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { isLeftOut, type ExclusionCause } from '../../domain/model/audience-rules.ts';
import { askedValuesOf, dateVariablesOf, personalVariables } from '../../domain/content/variables.ts';
import { Excluder } from '../../domain/prepare/exclude.ts';
import type { Spreading } from '../../domain/prepare/spread.ts';
import { recipientOf } from '../../domain/prepare/recipient-of.ts';
import { isTracked, type TrackingRules } from '../../domain/prepare/tracked.ts';
import { FieldFindings } from '../../domain/prepare/field-findings.ts';
import { Surveys } from '../../domain/prepare/surveys.ts';
import { noLanguages, type Chooser, type LanguagesFound } from '../../domain/prepare/variant-choice.ts';
import type { Known } from '../../domain/prepare/typology.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { FrozenAudience, Targeted } from './frozen-audience.ts';
import { chunksInWaves, trackableIn } from './frozen-chunks.ts';
import { PageWriter } from './page-writer.ts';
import { WaveWriter, type ChunkKind, type On } from './wave-writer.ts';
import { contrastOfLink } from './unsubscribe-link.ts';

export const sha256 = (text: string): string => hash('sha256', text);

export type Frozen = {
  runId: string;
  prefix: string;
  mail: SplitContent;
  variables: readonly string[];
  variants: readonly FrozenVariant[];
  chooser: Chooser;
  /** ISO 8601 with its offset; what is frozen again keeps the one that it had. */
  plannedStart: string;
  known: Known;
  spreading: Spreading;
  tracking: TrackingRules;
  unreadableRuns: string[];
};

/** So many profiles that cannot be read are named. */
const MOST_NAMED = 100;

/**
 * Writes the snapshot of an audience: judges each profile by the rules and writes recipients in chunks and exclusions
 * in pages, each with a directory. Chunk objects hold `{ runId, chunk, recipients }`; each is written once under the
 * prefix of the attempt. `before`: what an earlier invocation of the same attempt left.
 */
export class SnapshotWriter {
  private readonly content: ContentStore;
  private readonly frozen: Frozen;
  private readonly excluder: Excluder;
  private readonly fields: FieldFindings;
  private readonly surveys: Surveys;
  private readonly languages: LanguagesFound;
  /** What each variant needs of a recipient. */
  private readonly variables: ReadonlyMap<string, readonly string[]>;
  private readonly attributes: Set<string>;
  private readonly unreadable: string[];
  private readonly unread: Map<string, number>;
  private unseen: number;
  private readonly chunks: Checkpoint['chunks'];
  private readonly recipients: WaveWriter;
  private readonly excluded: PageWriter<Excluded>;

  constructor(content: ContentStore, frozen: Frozen, before?: Checkpoint) {
    this.content = content;
    this.frozen = frozen;
    this.excluder = new Excluder(frozen.known, before?.judged);
    const { mail, variants } = frozen;
    const contents = [mail, ...variants.map((variant) => variant.content)];
    const asked = { dates: contents.flatMap(dateVariablesOf), values: contents.flatMap(askedValuesOf) };
    this.fields = new FieldFindings(asked, before?.fields);
    this.surveys = new Surveys({ mail, variants, contrastOfLink, leavesOut: isLeftOut(frozen.known.rules) }, before);
    this.languages = { ...(before?.languages ?? noLanguages) };
    const needed = variants.map(({ id, content: written }) => [id, personalVariables(written)] as const);
    // Nobody knows which of them will be needed.
    const ofAll = [...new Set([...frozen.variables, ...needed.flatMap(([, names]) => names)])];
    this.variables = new Map([...needed, [WINNER, ofAll]]);
    this.attributes = new Set(before?.attributes);
    this.unreadable = [...(before?.unreadable ?? [])];
    this.unread = new Map(before?.unread);
    this.unseen = before?.unseen ?? 0;
    this.chunks = before?.chunks ?? [];
    this.recipients = new WaveWriter(
      { ...frozen.spreading, runId: frozen.runId, tested: [undefined, ...variants.map(({ id }) => id)] },
      { write: this.writeChunk, placed: this.placed },
      before?.recipients,
    );
    this.excluded = new PageWriter(
      (page, index) => content.put(exclusionsKey(frozen.prefix, index), JSON.stringify(page)),
      before?.excluded,
    );
  }

  /** Chunks or pages are full: they are to be written before more people come. */
  get isFull(): boolean {
    return this.recipients.isFull || this.excluded.isFull;
  }

  async flush(): Promise<void> {
    await this.recipients.flush();
    await this.excluded.flush();
  }

  add(profile: Targeted): void {
    for (const name in profile.attributes) this.attributes.add(name);
    const cause = this.excluder.judge(profile);
    if (cause !== undefined) return this.exclude(profile, cause);
    const { chooser, plannedStart, tracking } = this.frozen;
    const { variant, found } = chooser(profile);
    const recipient = recipientOf(profile, this.variablesOf(variant), plannedStart);
    const reached = this.surveys.add(recipient, variant);
    if (!reached) {
      this.excluder.leaveOut(profile.id, 'notRenderable');
      return this.exclude(profile, 'notRenderable');
    }
    const judged = {
      recipient,
      isTracked: isTracked(profile, tracking),
      variant,
      reached: reached.length > 0 ? reached : undefined,
    };
    if (!this.recipients.add(judged, profile.attributes)) {
      this.excluder.leaveOut(profile.id, 'timePassed');
      return this.exclude(profile, 'timePassed');
    }
    if (found !== undefined) this.languages[found] += 1;
  }

  private variablesOf(variant: string | undefined): readonly string[] {
    return (variant === undefined ? undefined : this.variables.get(variant)) ?? this.frozen.variables;
  }

  private exclude({ id, address }: Targeted, cause: ExclusionCause): void {
    this.excluded.add({ profileId: id, address, cause });
  }

  /** Profiles that cannot be read. Whether they may be written to nobody knows: nothing goes out while there are any. */
  leaveOut(ids: readonly string[]): void {
    this.unreadable.push(...ids.slice(0, MOST_NAMED - this.unreadable.length));
  }

  countUnread(attributes: readonly string[], unseen: number): void {
    this.unseen += unseen;
    for (const name of attributes) this.unread.set(name, (this.unread.get(name) ?? 0) + 1);
  }

  async close(): Promise<FrozenAudience> {
    const { prefix } = this.frozen;
    await this.content.putBytes(directoryKey(prefix, 'recipients'), await this.recipients.close());
    await this.content.putBytes(directoryKey(prefix, 'exclusions'), await this.excluded.close());
    const { attributes, fields } = this;
    const { waves, chunks } = chunksInWaves(
      this.chunks,
      this.recipients.isSpread ? this.frozen.spreading.schedule : undefined,
    );
    return {
      counts: { ...this.excluder.counts(), ...trackableIn(this.chunks) },
      chunks,
      waves,
      zones: this.recipients.zones,
      attributes,
      fields,
      samples: fields.samples(),
      conditions: this.surveys.conditions(),
      ...this.surveys.states(),
      languages: this.languages,
      unreadable: { runs: this.frozen.unreadableRuns, profiles: this.unreadable },
      unread: this.unread,
      unseen: this.unseen,
    };
  }

  /** What the next one needs in order to go on behind `cursor`. */
  checkpoint(cursor: string): Checkpoint {
    return {
      cursor,
      judged: this.excluder.judged(),
      fields: this.fields.state(),
      ...this.surveys.states(),
      languages: this.languages,
      attributes: [...this.attributes],
      unreadable: this.unreadable,
      unread: [...this.unread],
      unseen: this.unseen,
      chunks: this.chunks,
      recipients: this.recipients.state(),
      excluded: this.excluded.state(),
    };
  }

  private readonly placed: On['placed'] = ({ recipient, variant, reached = [] }, number) => {
    this.fields.add(recipient, number, variant);
    this.surveys.count(variant, reached, number);
  };

  private readonly writeChunk = async (recipients: Recipient[], chunk: number, kind: ChunkKind): Promise<void> => {
    const { runId, prefix } = this.frozen;
    const { wave, isTracked: mayBeTracked, variant } = kind;
    const told = { ...(!mayBeTracked && { isUntracked: true as const }), ...(variant !== undefined && { variant }) };
    const body = JSON.stringify({ runId, chunk, recipients, ...told });
    await this.content.put(chunkKey(prefix, chunk), body);
    this.chunks.push({ chunk, wave, recipients: recipients.length, sha256: sha256(body), ...told });
  };
}
