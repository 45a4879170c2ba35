import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { useFormat } from '../shell/format.ts';

type Props = {
  record: AuditRecord;
  /** What was done. */
  said: string;
  /** What the record keeps of the change, in the reader's words. */
  inWords: (t: I18n['_'], changes: string) => string;
};

/** What an administrator changed, with the reason. */
export const ChangeEntry = ({ record, said, inWords }: Props): ReactNode => {
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
        {typeof changes === 'string' && <small>{inWords(t, changes)}</small>}
        {reason !== undefined && <small>{t('people.quoted', { reason })}</small>}
        <time dateTime={at}>{dateTime(at)}</time>
      </div>
    </li>
  );
};
