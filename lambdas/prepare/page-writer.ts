import { Directory } from '../../domain/values/directory.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';

/** What another invocation needs in order to go on: the directory of all who were added, and the page that is not full. */
export type PageWriterState<T> = { page: T[]; directory: Uint8Array };

/**
 * Writes people in the order in which they are frozen, in pages of `CHUNK_SIZE`. Each is written once it is full, so that
 * only the directory grows in memory with the audience.
 */
export class PageWriter<T extends { profileId: string }> {
  private readonly directory: Directory;
  private page: T[];
  private readonly write: (page: T[], index: number) => Promise<void>;

  constructor(write: (page: T[], index: number) => Promise<void>, before?: PageWriterState<T>) {
    this.write = write;
    this.page = before?.page ?? [];
    this.directory = new Directory(before?.directory);
  }

  /** How many people were added. */
  get size(): number {
    return this.directory.size;
  }

  async add(person: T): Promise<void> {
    this.directory.add(person.profileId);
    this.page.push(person);
    if (this.page.length >= CHUNK_SIZE) await this.flush();
  }

  /** Writes the last page. Answers the directory of all who were added. */
  async close(): Promise<Uint8Array> {
    if (this.page.length > 0) await this.flush();
    return this.directory.bytes();
  }

  state(): PageWriterState<T> {
    return { page: this.page, directory: this.directory.bytes() };
  }

  private async flush(): Promise<void> {
    const { page } = this;
    this.page = [];
    await this.write(page, Math.floor((this.size - 1) / CHUNK_SIZE));
  }
}
