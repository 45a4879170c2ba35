import type { Segment } from '../model/segment.ts';
import type { Versioned } from './versioned.ts';

export type Segments = Versioned<Segment>;
