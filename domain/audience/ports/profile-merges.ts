import type { Overlay } from '../../model/stored-profile.ts';

/** One side of a merge, as it was read: the write holds only while nothing of this changed. */
type AsRead = { id: string; revision: number | undefined; isOut: boolean };

export type Merge = {
  /** Takes the next number, as an import does; `seq` of the snapshot that was read. */
  seq: number;
  at: string;
  survivor: AsRead & {
    overlay: Overlay;
    lists: readonly string[];
    /** Ids that become its own. */
    mergedFrom: readonly string[];
    /** Under which it is found from then on; undefined: as before. */
    addressKey: string | undefined;
  };
  loser: AsRead;
};

export type ProfileMerges = {
  /** Both profiles and the number in one write. False: something changed since it was read. */
  merge(asked: Merge): Promise<boolean>;
};
