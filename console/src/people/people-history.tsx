import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { saveFile } from '../shell/save-file.ts';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { usePeopleHistory } from './use-people.ts';

const events = ['invited', 'invitedAgain', 'personChanged', 'personRemoved', 'mfaReset', 'notDone'] as const;
type Event = (typeof events)[number];

const isEvent = (what: string): what is Event => events.some((event) => event === what);

const Entry = ({ record: { what, at, by, facts } }: { record: AuditRecord }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { name = '', reason, changes } = facts;
  return (
    <li>
      <i className="dot" />
      <div className="ev">
        <p>
          {isEvent(what) ? t(`people.event.${what}`, { name }) : t('people.event.other', { what })} ·{' '}
          <b>{by?.name ?? '–'}</b>
        </p>
        {changes !== undefined && <small className="mono">{changes}</small>}
        {reason !== undefined && <small>{t('people.quoted', { reason })}</small>}
        <time dateTime={at}>{dateTime(at)}</time>
      </div>
    </li>
  );
};

const save = (records: AuditRecord[]): void =>
  saveFile(
    'audit-people.jsonl',
    'application/jsonl',
    records.map((record) => `${JSON.stringify(record)}\n`),
  );

/** Who changed whom, newest first; the whole of it can be saved and proved with `npm run audit:verify`. */
export const PeopleHistory = (): ReactNode => {
  const { t } = useTranslation();
  const { data, error } = usePeopleHistory();
  return (
    <Tile title={t('people.history')}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data?.length === 0 && <p>{t('people.history.none')}</p>}
      {data && data.length > 0 && (
        <>
          <ol className="timeline">
            {data.toReversed().map((record) => (
              <Entry key={record.seq} record={record} />
            ))}
          </ol>
          <p>
            <button className="btn slim" type="button" onClick={() => save(data)}>
              {t('people.history.export')}
            </button>
          </p>
        </>
      )}
    </Tile>
  );
};
