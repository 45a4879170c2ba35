import { Directory } from '../../domain/values/directory.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';

/** A register that somebody else goes on with: who stands in it, and the page that is not full. */
export type RegisterState<T> = { page: T[]; directory: Uint8Array };

/**
 * Takes people in the order in which they are frozen: pages of `CHUNK_SIZE` are written as they fill, so that
 * memory does not grow with the audience but by the directory.
 */
export class Register<T extends { profileId: string }> {
  private readonly directory: Directory;
  private page: T[];
  private readonly write: (page: T[], index: number) => Promise<void>;

  constructor(write: (page: T[], index: number) => Promise<void>, before?: RegisterState<T>) {
    this.write = write;
    this.page = before?.page ?? [];
    this.directory = new Directory(before?.directory);
  }

  /** How many stand in it. */
  get size(): number {
    return this.directory.size;
  }

  async add(person: T): Promise<void> {
    this.directory.add(person.profileId);
    this.page.push(person);
    if (this.page.length >= CHUNK_SIZE) await this.flush();
  }

  /** Answers the directory of all who were added. */
  async close(): Promise<Uint8Array> {
    if (this.page.length > 0) await this.flush();
    return this.directory.bytes();
  }

  state(): RegisterState<T> {
    return { page: this.page, directory: this.directory.bytes() };
  }

  private async flush(): Promise<void> {
    const { page } = this;
    this.page = [];
    await this.write(page, Math.floor((this.size - 1) / CHUNK_SIZE));
  }
}
