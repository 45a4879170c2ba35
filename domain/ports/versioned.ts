import type { Readable } from '../http/page.ts';
import type { Additions } from './additions.ts';

/** Things of one kind that people keep: as many as they have written, each with a number that every change raises. */
export type Versioned<T extends { id: string; version: number }> = {
  /**
   * Of these those that there are, in no order. Consistent. One that cannot be read is as one that is not there: what asks
   * for it says so, and `listed` names it.
   */
  getMany(ids: readonly string[]): Promise<T[]>;
  /** For showing. */
  listed(): Promise<Readable<T>>;
  /** False: there is one with this id. */
  create(thing: T): Promise<boolean>;
  /** Replaces version − 1. False: somebody changed or deleted it meanwhile. */
  replace(thing: T): Promise<boolean>;
  /** False: somebody changed or deleted it meanwhile. */
  remove(thing: Pick<T, 'id' | 'version'>): Promise<boolean>;
};

/** Things of one kind that are added among others. */
export type Enumerated<T extends { id: string; version: number }> = Omit<Versioned<T>, 'create' | 'replace'> &
  Additions & {
    /** False: there is one with this id, or somebody added one since `seen`. */
    create(thing: T, seen: number): Promise<boolean>;
    /** As `Versioned`. `seen`: when it gets another name; false also when somebody added one since. */
    replace(thing: T, seen?: number): Promise<boolean>;
  };
