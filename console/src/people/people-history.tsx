import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { AuditTile } from '../shell/audit-tile.tsx';
import { useFormat } from '../shell/format.ts';
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

/** Who changed whom. */
export const PeopleHistory = (): ReactNode => {
  const { t } = useTranslation();
  const { data, error } = usePeopleHistory();
  return (
    <AuditTile
      words={{ title: t('people.history'), none: t('people.history.none'), save: t('people.history.export') }}
      records={data}
      error={error}
      fileName="audit-people.jsonl"
      Entry={Entry}
    />
  );
};
