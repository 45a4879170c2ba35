import { rmSync } from 'node:fs';
import { synthesised } from './synthesis.ts';

/** Nothing that an earlier run has synthesised is taken for what the code says now. */
export default (): void => {
  rmSync(synthesised, { recursive: true, force: true });
};
