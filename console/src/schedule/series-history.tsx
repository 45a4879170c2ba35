import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { seriesActs } from '../../../domain/model/series-life.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useStartsText } from '../shell/use-starts-text.ts';
import { useSeriesHistory } from './use-series.ts';

/** What is done to a series, and to its campaign. */
const acts = [...seriesActs, 'archived', 'unarchived', 'labelled'] as const;

const Entry = ({ record, schedule }: { record: AuditRecord; schedule: Schedule }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { nameOf } = useStartsText()(schedule);
  const { what, by, at, facts } = record;
  const act = acts.find((known) => known === what);
  const { reason, start, lastStart, labels } = facts;
  const about = start ?? lastStart;
  return (
    <li>
      {act
        ? t(`prepare.series.did.${act}`)
        : what === 'startsMissed'
          ? t('prepare.series.did.startsMissed', { n: facts['count'] ?? 1 })
          : what}
      {typeof about === 'string' && `: ${nameOf(about)}`}
      {typeof labels === 'string' && `: ${labels === '' ? t('prepare.series.did.labelled.none') : labels}`} ·{' '}
      <b>{by?.name ?? t('confirm.by.system')}</b>, <time dateTime={at}>{dateTime(at)}</time>
      {typeof reason === 'string' && <small>{t('confirm.quoted', { reason })}</small>}
    </li>
  );
};

/** Who did what to a series, and to a campaign that is none, newest first. */
export const SeriesHistory = ({ campaignId, schedule }: { campaignId: string; schedule: Schedule }): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useSeriesHistory(campaignId);
  if (error) return <ProblemNote error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <Disclosure summary={t('confirm.history')}>
      <ol className="starts">
        {data.toReversed().map((record) => (
          <Entry key={record.seq} record={record} schedule={schedule} />
        ))}
      </ol>
    </Disclosure>
  );
};
