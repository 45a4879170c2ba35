import type { Recipient } from '../../domain/model/manifest.ts';
import type { AbTest } from '../../domain/model/ab-test.ts';
import type { Profile } from '../../domain/model/profile.ts';
import { abRankOf, mostTested, splitForTest, testedOf } from '../../domain/prepare/ab-split.ts';
import { PickByNumber, type Ranked } from '../../domain/prepare/pick-by-number.ts';
import {
  nameOf,
  picksOf,
  rankOf,
  REST,
  Spread,
  TEST,
  type Spreading,
  type ZonesFound,
} from '../../domain/prepare/spread.ts';
import type { ReachedOf } from '../../domain/prepare/surveys.ts';
import { PageWriter, type PageWriterState } from './page-writer.ts';

/** What all recipients of a chunk have in common. */
export type ChunkKind = { wave: string; isTracked: boolean; variant?: string };

type Kind = Pick<ChunkKind, 'wave' | 'isTracked'> & { variant: string | undefined };

/** Somebody whose message may be tracked, or may not, and which content they get. */
type Judged = {
  recipient: Recipient;
  isTracked: boolean;
  variant?: string | undefined;
  /** Branches of the conditions of the contents that they may get; absent: none. */
  reached?: ReachedOf | undefined;
};

export type WaveWriterState = PageWriterState<Recipient> & {
  picked: Ranked<Judged>[][];
  zones: ZonesFound;
  /** How many were added. */
  added: number;
};

/** Where all go out together. */
const TOGETHER = '';

/** No name of a wave and no id of a variant has a slash. */
const nameOfKind = ({ wave, isTracked, variant }: Kind): string =>
  `${isTracked ? '+' : '-'}${wave}${variant === undefined ? '' : `/${variant}`}`;
const kindOf = (name: string): ChunkKind => {
  const [wave = '', variant] = name.slice(1).split('/');
  return { wave, isTracked: name.startsWith('+'), ...(variant !== undefined && { variant }) };
};

const together: Kind = { wave: TOGETHER, isTracked: true, variant: undefined };

/** `runId`: who is in a test differs from run to run of a series. `tested`: its contents, the campaign's own (undefined) first. */
type SpreadRun = Spreading & { runId: string; tested: readonly (string | undefined)[] };

export type On = {
  write: (page: Recipient[], chunk: number, kind: ChunkKind) => Promise<void>;
  /** Somebody has their message number. */
  placed: (judged: Judged, number: number) => void;
};

/**
 * Writes recipients in chunks, each of one wave, of one content and of messages that may all be tracked or may all not be,
 * so that calls to SES are full: a call has one template. Who is picked by number waits in memory until everybody was looked at.
 */
export class WaveWriter {
  private readonly spreading: SpreadRun;
  private added: number;
  private readonly on: On;
  private readonly spread: Spread;
  private readonly pick: PickByNumber<Judged> | undefined;
  private readonly pages: PageWriter<Recipient>;
  private last: { kind: Kind; name: string } = { kind: together, name: nameOfKind(together) };

  constructor(spreading: SpreadRun, on: On, before?: WaveWriterState) {
    this.spreading = spreading;
    this.added = before?.added ?? 0;
    this.on = on;
    this.spread = new Spread(spreading, before?.zones);
    const { abTest } = spreading.schedule;
    const picks = abTest ? [mostTested(abTest)] : picksOf(spreading.schedule);
    if (picks) this.pick = new PickByNumber(picks, before?.picked);
    this.pages = new PageWriter(async (page, chunk, kind) => on.write(page, chunk, kindOf(kind)), before);
  }

  get isSpread(): boolean {
    return this.spread.waveOf !== undefined;
  }

  get zones(): ZonesFound {
    return this.spread.found;
  }

  get isFull(): boolean {
    return this.pages.isFull;
  }

  /** Writes the chunks that are full. */
  async flush(): Promise<void> {
    await this.pages.flush();
  }

  /** False: they are left out, for their time has passed. */
  add(judged: Judged, attributes: Profile['attributes']): boolean {
    const { profileId } = judged.recipient;
    const wave = this.spread.waveOf ? this.spread.waveOf({ profileId, attributes }) : TOGETHER;
    if (wave === undefined) return false;
    this.added += 1;
    if (!this.pick) this.place(judged, wave);
    else for (const one of this.pick.add({ rank: this.rankOf(profileId), item: judged })) this.place(one, wave);
    return true;
  }

  async close(): Promise<Uint8Array> {
    const picked = this.pick?.close() ?? [];
    const { abTest } = this.spreading.schedule;
    if (abTest) await this.placeTested(picked.flat(), abTest);
    else for (const [wave, those] of picked.entries()) await this.placeAll(those, nameOf(wave));
    return this.pages.close();
  }

  state(): WaveWriterState {
    return { ...this.pages.state(), picked: this.pick?.state() ?? [], zones: this.zones, added: this.added };
  }

  private rankOf(profileId: string): number {
    const { schedule, campaignId, runId } = this.spreading;
    return schedule.abTest ? abRankOf(runId, profileId) : rankOf(campaignId, profileId);
  }

  /** `ranked`: the lowest ranks of all, in their order, and perhaps others behind them. */
  private async placeTested(ranked: readonly Judged[], abTest: AbTest): Promise<void> {
    const { tested } = this.spreading;
    const { test, rest } = splitForTest(ranked, testedOf(abTest, this.added, tested.length), tested);
    await this.placeAll(
      test.map(({ item, variant }) => ({ ...item, variant })),
      nameOf(TEST),
    );
    await this.placeAll(rest, nameOf(REST));
  }

  private async placeAll(all: readonly Judged[], wave: string): Promise<void> {
    for (const one of all) {
      this.place(one, wave);
      if (this.isFull) await this.flush();
    }
  }

  private place(judged: Judged, wave: string): void {
    this.on.placed(judged, this.pages.add(judged.recipient, this.kindOf(wave, judged)));
  }

  /** Most are of the kind of the one before. */
  private kindOf(wave: string, { isTracked, variant }: Judged): string {
    const { kind } = this.last;
    if (kind.wave !== wave || kind.isTracked !== isTracked || kind.variant !== variant)
      this.last = { kind: { wave, isTracked, variant }, name: nameOfKind({ wave, isTracked, variant }) };
    return this.last.name;
  }
}
