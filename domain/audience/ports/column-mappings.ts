import type { ColumnMapping } from '../column-mapping.ts';

/** What was said of the columns of files that were imported into a list. */
export type ColumnMappings = {
  /** Empty for a list of which nothing was said. */
  of(list: string): Promise<ColumnMapping>;
  /** In the place of what was kept. */
  keep(list: string, mapping: ColumnMapping): Promise<void>;
};
