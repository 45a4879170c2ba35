import type { Recipient } from '../../domain/model/manifest.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Reached } from '../../domain/prepare/branch-counts.ts';
import { PickByNumber, type Ranked } from '../../domain/prepare/pick-by-number.ts';
import { nameOf, picksOf, rankOf, Spread, type Spreading, type ZonesFound } from '../../domain/prepare/spread.ts';
import { PageWriter, type PageWriterState } from './page-writer.ts';

/** What all recipients of a chunk have in common. */
export type ChunkKind = { wave: string; isTracked: boolean; variant?: string };

/** Somebody whose message may be tracked, or may not, and which content they get. */
type Judged = {
  recipient: Recipient;
  isTracked: boolean;
  variant?: string | undefined;
  /** Branches of the conditions of that content; absent: none. */
  reached?: Reached | undefined;
};

export type WaveWriterState = PageWriterState<Recipient> & { picked: Ranked<Judged>[][]; zones: ZonesFound };

/** Where all go out together. */
const TOGETHER = '';

/** No name of a wave and no id of a variant has a slash. */
const nameOfKind = (wave: string, { isTracked, variant }: Judged): string =>
  `${isTracked ? '+' : '-'}${wave}${variant === undefined ? '' : `/${variant}`}`;
const kindOf = (name: string): ChunkKind => {
  const [wave = '', variant] = name.slice(1).split('/');
  return { wave, isTracked: name.startsWith('+'), ...(variant !== undefined && { variant }) };
};

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
  private readonly campaignId: string;
  private readonly on: On;
  private readonly spread: Spread;
  private readonly pick: PickByNumber<Judged> | undefined;
  private readonly pages: PageWriter<Recipient>;

  constructor(spreading: Spreading, on: On, before?: WaveWriterState) {
    this.campaignId = spreading.campaignId;
    this.on = on;
    this.spread = new Spread(spreading, before?.zones);
    const picks = picksOf(spreading.schedule);
    if (picks) this.pick = new PickByNumber(picks, before?.picked);
    this.pages = new PageWriter(async (page, chunk, kind) => on.write(page, chunk, kindOf(kind)), before);
  }

  get isSpread(): boolean {
    return this.spread.waveOf !== undefined;
  }

  get zones(): ZonesFound {
    return this.spread.found;
  }

  /** False: they are left out, for their time has passed. */
  async add(judged: Judged, attributes: Profile['attributes']): Promise<boolean> {
    const { profileId } = judged.recipient;
    const wave = this.spread.waveOf ? this.spread.waveOf({ profileId, attributes }) : TOGETHER;
    if (wave === undefined) return false;
    const rank = (): number => rankOf(this.campaignId, profileId);
    const certain = this.pick ? this.pick.add({ rank: rank(), item: judged }) : [judged];
    for (const one of certain) await this.place(one, wave);
    return true;
  }

  async close(): Promise<Uint8Array> {
    for (const [wave, picked] of this.pick?.close().entries() ?? [])
      for (const one of picked) await this.place(one, nameOf(wave));
    return this.pages.close();
  }

  state(): WaveWriterState {
    return { ...this.pages.state(), picked: this.pick?.state() ?? [], zones: this.zones };
  }

  private async place(judged: Judged, wave: string): Promise<void> {
    const { recipient } = judged;
    const kind = nameOfKind(wave, judged);
    this.on.placed(judged, this.pages.positionOf(kind));
    await this.pages.add(recipient, kind);
  }
}
