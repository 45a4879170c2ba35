import type { ComponentType, ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { ProblemNote } from './problem-note.tsx';
import { saveFile } from './save-file.ts';
import { Tile } from './tile.tsx';
import { Waiting } from './waiting.tsx';

type Props = {
  words: { title: string; none: string; save: string };
  /** Oldest first; undefined until they are there. */
  records: AuditRecord[] | undefined;
  error: unknown;
  fileName: string;
  /** One record as an item of the list. */
  Entry: ComponentType<{ record: AuditRecord }>;
};

/** Who did what, newest first; the whole of it can be saved and proved with `npm run audit:verify`. */
export const AuditTile = ({ words, records, error, fileName, Entry }: Props): ReactNode => {
  const save = (all: AuditRecord[]): void =>
    saveFile(
      fileName,
      'application/jsonl',
      all.map((record) => `${JSON.stringify(record)}\n`),
    );
  return (
    <Tile title={words.title}>
      <ProblemNote error={error} />
      {!records && !error && <Waiting />}
      {records?.length === 0 && <p>{words.none}</p>}
      {records && records.length > 0 && (
        <>
          <ol className="timeline">
            {records.toReversed().map((record) => (
              <Entry key={record.seq} record={record} />
            ))}
          </ol>
          <p>
            <button className="btn slim" type="button" onClick={() => save(records)}>
              {words.save}
            </button>
          </p>
        </>
      )}
    </Tile>
  );
};
