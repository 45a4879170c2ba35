import { Directory } from '../../domain/values/directory.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';

/** `together`: so many of the page, from its beginning, are not kept apart. */
type WritePage<T> = (page: T[], index: number, together: number) => Promise<void>;

/** What another invocation needs in order to go on: the directory of all who were written, and the pages that are not full. */
export type PageWriterState<T> = { page: T[]; apart: T[]; directory: Uint8Array };

/**
 * Writes people in pages of `CHUNK_SIZE`, each once it is full, so that only the directory grows in memory with the
 * audience. Some may be kept apart: they fill pages of their own, and only what is left of both at the end shares one,
 * those apart behind the others. People have their order, and so their number, when their page is written.
 */
export class PageWriter<T extends { profileId: string }> {
  private readonly directory: Directory;
  private page: T[];
  private apart: T[];
  private readonly write: WritePage<T>;

  constructor(write: WritePage<T>, before?: PageWriterState<T>) {
    this.write = write;
    this.page = before?.page ?? [];
    this.apart = before?.apart ?? [];
    this.directory = new Directory(before?.directory);
  }

  /** How many people were added. */
  get size(): number {
    return this.directory.size + this.page.length + this.apart.length;
  }

  async add(person: T): Promise<void> {
    this.page.push(person);
    if (this.page.length < CHUNK_SIZE) return;
    const { page } = this;
    this.page = [];
    await this.flush(page, page.length);
  }

  async addApart(person: T): Promise<void> {
    this.apart.push(person);
    if (this.apart.length < CHUNK_SIZE) return;
    const { apart } = this;
    this.apart = [];
    await this.flush(apart, 0);
  }

  /** Writes what is left. Answers the directory of all who were added. */
  async close(): Promise<Uint8Array> {
    const { page, apart } = this;
    const left = [...page, ...apart];
    this.page = [];
    this.apart = [];
    if (left.length > 0) await this.flush(left.slice(0, CHUNK_SIZE), page.length);
    if (left.length > CHUNK_SIZE) await this.flush(left.slice(CHUNK_SIZE), 0);
    return this.directory.bytes();
  }

  state(): PageWriterState<T> {
    return { page: this.page, apart: this.apart, directory: this.directory.bytes() };
  }

  private async flush(page: T[], together: number): Promise<void> {
    const index = this.directory.size / CHUNK_SIZE;
    for (const { profileId } of page) this.directory.add(profileId);
    await this.write(page, index, together);
  }
}
