import type { BrandState } from '../../model/brand.ts';

/** The one brand of the stage. */
export type Brands = {
  /** Consistent. `isUnreadable`: what is kept has a shape that nobody knows; its number is told if it can be. */
  read(): Promise<BrandState & { isUnreadable: boolean }>;
  /** Replaces version − 1, or what has no number. False: somebody changed it meanwhile. */
  write(state: BrandState): Promise<boolean>;
};
