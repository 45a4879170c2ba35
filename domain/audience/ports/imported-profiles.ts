import type { Folded, Overlay, StoredProfile } from '../../model/stored-profile.ts';

/** What a profile says from then on of the index of names; `named` null: that the index does not know all any more; undefined: as before. */
export type NamedWrite = { named: number | null | undefined; parts: string };

/** One write of an import into a profile; it says what it was decided on. */
export type ProfileWrite =
  /** On the condition that the id is free. `addressKey`: for the index, if the id does not follow from the address. */
  | { kind: 'add'; id: string; overlay: Overlay; addressKey?: string; names?: NamedWrite }
  /** On the condition that no import wrote it since `revision`, and nobody erased it. */
  | {
      kind: 'lay';
      id: string;
      overlay: Overlay;
      lists: readonly string[];
      revision: number | undefined;
      folded: Folded | undefined;
      /** Undefined: the index has all of it, as before. */
      names?: NamedWrite;
    };

/** What an import says of an address, or of the address of a person, until it counts and is written to its place. */
export type Mark =
  | { kind: 'optedOut'; addressKey: string; at: string }
  | { kind: 'quarantined'; addressKey: string; at: string; reason: string }
  /** That the person will be found under this address. */
  | { kind: 'moved'; addressKey: string; id: string };

/** `again`: its condition did not hold, read again. `refused`: DynamoDB takes it in no case. */
export type WriteOutcome = 'done' | 'again' | 'refused';

/** What the writers of an import ask of the table of profiles. `number` is that of the import. */
export type ImportedProfiles = {
  /** Those of these people who are stored, whoever may see them. Consistent. */
  stored(ids: readonly string[]): Promise<Map<string, StoredProfile | 'unreadable'>>;
  /** Each on its own condition. In the order of the writes. */
  write(number: number, writes: readonly ProfileWrite[]): Promise<WriteOutcome[]>;
  /** Doing it again changes nothing. */
  mark(number: number, marks: readonly Mark[]): Promise<void>;
  unmark(number: number, mark: Mark): Promise<void>;
  /** Lets the person be found under the address that an import gave them, unless they are erased. */
  index(id: string, addressKey: string): Promise<void>;
};
