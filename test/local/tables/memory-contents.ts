import type { Contents } from '../../../domain/ports/contents.ts';

/** What campaigns say, where S3 keeps it. */
export class MemoryContents implements Contents {
  readonly texts = new Map<string, string>();
  /** How often one was fetched. */
  fetched = 0;

  async keep(sha256: string, text: string): Promise<void> {
    this.texts.set(sha256, text);
  }

  async get(sha256: string): Promise<string | undefined> {
    this.fetched += 1;
    return this.texts.get(sha256);
  }
}
