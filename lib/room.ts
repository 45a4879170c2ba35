import type { DataStack } from './data-stack.ts';
import type { Names } from './grants.ts';
import type { StageSettings } from './stage.ts';

/** What every room is given. */
export type RoomProps = { stage: StageSettings; data: DataStack; names: Names };
