import type { Readable } from '../http/page.ts';
import type { Segment } from '../model/segment.ts';

export type Segments = {
  /** Of these those that there are, in no order. Consistent. @throws Error when one cannot be read */
  getMany(ids: readonly string[]): Promise<Segment[]>;
  /** For showing. */
  listed(): Promise<Readable<Segment>>;
  create(segment: Segment): Promise<void>;
  /** Replaces version − 1. False: somebody changed or deleted it meanwhile. */
  replace(segment: Segment): Promise<boolean>;
  /** False: somebody changed or deleted it meanwhile. */
  remove(segment: Pick<Segment, 'id' | 'version'>): Promise<boolean>;
};
