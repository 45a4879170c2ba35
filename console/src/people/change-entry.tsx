import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { useFormat } from '../shell/format.ts';

/** What an administrator changed, with the reason; `said`: in words. */
export const ChangeEntry = ({ record, said }: { record: AuditRecord; said: string }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { at, by, facts } = record;
  const { reason, changes } = facts;
  return (
    <li>
      <i className="dot" />
      <div className="ev">
        <p>
          {said} · <b>{by?.name ?? '–'}</b>
        </p>
        {changes !== undefined && <small className="mono">{changes}</small>}
        {reason !== undefined && <small>{t('people.quoted', { reason })}</small>}
        <time dateTime={at}>{dateTime(at)}</time>
      </div>
    </li>
  );
};
