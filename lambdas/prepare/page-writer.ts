import { Directory } from '../../domain/values/directory.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';

/** A page that is not full: of people of one kind. */
type Open<T> = { kind: string; index: number; page: T[] };

/** What another invocation needs in order to go on: the directory of all who were added, and the pages that are not full. */
export type PageWriterState<T> = { open: Open<T>[]; pages: number; directory: Uint8Array };

/** Where all are of one kind. */
const ALIKE = '';

/**
 * Writes people in the order in which they are frozen, in pages of `CHUNK_SIZE`, each of people of one kind. Each is
 * written once it is full, so that only the directory grows in memory with the audience; the last page of a kind may
 * have fewer people, and the positions behind them are nobody's.
 */
export class PageWriter<T extends { profileId: string }> {
  private readonly directory: Directory;
  private readonly open: Map<string, Open<T>>;
  private pages: number;
  private readonly write: (page: T[], index: number, kind: string) => Promise<void>;

  constructor(write: (page: T[], index: number, kind: string) => Promise<void>, before?: PageWriterState<T>) {
    this.write = write;
    this.open = new Map(before?.open.map((open) => [open.kind, open]));
    this.pages = before?.pages ?? 0;
    this.directory = new Directory(before?.directory);
  }

  /** The position that the next one of the kind gets. */
  positionOf(kind = ALIKE): number {
    const { index, page } = this.pageOf(kind);
    return index * CHUNK_SIZE + page.length;
  }

  async add(person: T, kind = ALIKE): Promise<void> {
    this.directory.add(person.profileId, this.positionOf(kind));
    const open = this.pageOf(kind);
    open.page.push(person);
    if (open.page.length >= CHUNK_SIZE) await this.flush(open);
  }

  /** Writes the last pages. Answers the directory of all who were added. */
  async close(): Promise<Uint8Array> {
    for (const open of this.open.values()) if (open.page.length > 0) await this.flush(open);
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

  private async flush(open: Open<T>): Promise<void> {
    this.open.delete(open.kind);
    await this.write(open.page, open.index, open.kind);
  }
}
