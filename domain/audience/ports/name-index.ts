import type { NameEntry } from '../name-index.ts';

/** Those whose names have a word that begins so, in one item of the index. `place`: of the item, rising. */
export type FoundIds = { place: string; ids: string[] };

/** What was read of somebody when their names were taken out of it. */
export type NamedPerson = {
  id: string;
  revision: number | undefined;
  /** By this number (StoredProfile), and in these parts of the index. */
  named: number;
  parts: string;
};

/**
 * Words of names by list and by how they begin. An entry may be one of before; one that is missing is one of somebody
 * who was stored before there was an index, until somebody writes them again.
 */
export type NameIndex = {
  /** Behind the profiles of the chunk, before its import counts. Of whom was erased meanwhile nothing is left. */
  keep(number: number, chunk: number, entries: readonly NameEntry[]): Promise<void>;
  /** What a chunk of an import that never counts left there, of this list in this part. */
  drop(number: number, chunk: number, place: { list: string; part: string }): Promise<void>;
  /** All that is there to say of one person. False: they were written or erased since they were read. */
  name(person: NamedPerson, entries: readonly NameEntry[]): Promise<boolean>;
  /** @param list undefined: of all, whoever is on several lists in several places */
  find(list: string | undefined, word: string): AsyncIterable<FoundIds>;
};
