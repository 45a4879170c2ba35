import { Directory } from '../../domain/values/directory.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';

/** A page that is not full: of people of one kind. */
type Open<T> = { kind: string; index: number; page: T[] };

/** What another invocation needs in order to go on: the directory of all who were added, and the pages that are not full. */
export type PageWriterState<T> = { open: Open<T>[]; pages: number; directory: Uint8Array };

/** Where all are of one kind. */
const ALIKE = '';

/**
 * Writes people in the order in which they are frozen, in pages of `CHUNK_SIZE`, each of people of one kind. Whoever adds
 * somebody writes the pages that are full then, so that only the directory grows in memory with the audience: a promise
 * for each person costs more than the person. The last page of a kind may have fewer people, and the positions behind
 * them are nobody's.
 */
export class PageWriter<T extends { profileId: string }> {
  private readonly directory: Directory;
  private readonly open: Map<string, Open<T>>;
  private readonly full: Open<T>[] = [];
  private pages: number;
  private readonly write: (page: T[], index: number, kind: string) => Promise<void>;

  constructor(write: (page: T[], index: number, kind: string) => Promise<void>, before?: PageWriterState<T>) {
    this.write = write;
    this.open = new Map(before?.open.map((open) => [open.kind, open]));
    this.pages = before?.pages ?? 0;
    this.directory = new Directory(before?.directory);
  }

  get isFull(): boolean {
    return this.full.length > 0;
  }

  /** Answers the position that they got. */
  add(person: T, kind = ALIKE): number {
    const open = this.pageOf(kind);
    const position = open.index * CHUNK_SIZE + open.page.length;
    this.directory.add(person.profileId, position);
    open.page.push(person);
    if (open.page.length >= CHUNK_SIZE) {
      this.open.delete(kind);
      this.full.push(open);
    }
    return position;
  }

  /** Writes the pages that are full. */
  async flush(): Promise<void> {
    for (const { page, index, kind } of this.full.splice(0)) await this.write(page, index, kind);
  }

  /** Writes the last pages. Answers the directory of all who were added. */
  async close(): Promise<Uint8Array> {
    for (const open of this.open.values()) if (open.page.length > 0) this.full.push(open);
    this.open.clear();
    await this.flush();
    return this.directory.bytes();
  }

  state(): PageWriterState<T> {
    return { open: [...this.open.values()], pages: this.pages, directory: this.directory.bytes() };
  }

  private pageOf(kind: string): Open<T> {
    const known = this.open.get(kind);
    if (known) return known;
    const open = { kind, index: this.pages, page: [] };
    this.pages += 1;
    this.open.set(kind, open);
    return open;
  }
}
