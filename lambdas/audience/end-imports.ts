import { LOST_AFTER_MS } from '../../domain/audience/import-job.ts';
import type { ImportRecord } from '../../domain/model/profile-import.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import { giveUpImport, type GiveUpPorts } from './give-up-import.ts';
import { settleImport, type SettlePorts } from './settle-import.ts';

export type EndImportsPorts = SettlePorts &
  GiveUpPorts & {
    imports: Pick<Imports, 'unfinished' | 'giveUp' | 'settled'>;
    reportFailure: (importId: string, failure: unknown) => void;
  };

const endImport = async (ports: EndImportsPorts, record: ImportRecord): Promise<void> => {
  if (record.state === 'committed') await settleImport(ports, record);
  else await giveUpImport(ports, record);
};

/** Gives up imports whose Lambda died before they counted, and settles those that count. Each by itself; answers how many failed. */
export const endImports = async (ports: EndImportsPorts): Promise<number> => {
  let failed = 0;
  for (const record of await ports.imports.unfinished()) {
    const since = Date.parse(record.endedAt ?? record.renewedAt ?? record.importedAt);
    if (ports.clock() - since < LOST_AFTER_MS) continue;
    try {
      await endImport(ports, record);
    } catch (failure) {
      failed += 1;
      ports.reportFailure(record.id, failure);
    }
  }
  return failed;
};
