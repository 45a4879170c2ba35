import type { Segment } from '../model/segment.ts';
import type { Enumerated } from './versioned.ts';

export type Segments = Enumerated<Segment>;
