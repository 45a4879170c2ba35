import { remembered, type ColumnMapping } from '../../domain/audience/column-mapping.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';

export type MappingPorts = {
  mappings: ColumnMappings;
  reportLostMapping: (list: string, failure: unknown) => void;
};

/** After the import: what counts is that it was written, a mapping is only proposed. */
export const rememberMapping = async (
  { mappings, reportLostMapping }: MappingPorts,
  list: string,
  said: ColumnMapping | undefined,
): Promise<void> => {
  if (!said || said.length === 0) return;
  try {
    await mappings.keep(list, remembered(await mappings.of(list), said));
  } catch (failure) {
    reportLostMapping(list, failure);
  }
};
