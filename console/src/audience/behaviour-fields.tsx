import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MOST_DAYS } from '../../../domain/model/audience-filter.ts';
import type { CampaignDetail, CampaignPage } from '../../../domain/write/api.ts';
import type { ConditionDraft } from '../form/draft-audience.ts';
import { useApi } from '../shell/api.ts';
import { campaignKey, campaignsKey } from '../shell/campaign-keys.ts';
import { useFormat } from '../shell/format.ts';
import { useSegments } from './segment-queries.ts';

type Shared = { className: string; 'aria-invalid': boolean; 'aria-describedby': string };
type Part = { row: ConditionDraft; shared: Shared; onChange: (change: Partial<ConditionDraft>) => void };

/** With the one that was chosen, should it be on no page. */
const withChosen = (
  known: readonly { id: string; name: string }[],
  { named, called }: ConditionDraft,
): { id: string; name: string }[] =>
  named === '' || known.some(({ id }) => id === named)
    ? [...known]
    : [...known, { id: named, name: called === '' ? named : called }];

type NamedProps = Part & { label: string; empty: string; known: readonly { id: string; name: string }[] };

const NamedField = ({ row, shared, onChange, label, empty, known }: NamedProps): ReactNode => {
  const options = withChosen(known, row);
  const choose = (id: string): void =>
    onChange({ named: id, called: options.find((one) => one.id === id)?.name ?? '', which: 'last' });
  return (
    <select {...shared} value={row.named} aria-label={label} onChange={({ target }) => choose(target.value)}>
      {[{ id: '', name: empty }, ...options].map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
};

/** Which segment. */
export const SegmentField = (part: Part): ReactNode => {
  const { _: t } = useLingui();
  const { data = [] } = useSegments();
  return (
    <NamedField {...part} label={t('prepare.filter.segment')} empty={t('prepare.filter.chooseSegment')} known={data} />
  );
};

/** The last run, each, or one of those that were sent. */
const RunsField = ({ row, shared, onChange }: Part): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const api = useApi();
  const { data } = useQuery({
    queryKey: campaignKey(row.named),
    queryFn: async () => api.get<CampaignDetail>(`/campaigns/${encodeURIComponent(row.named)}`),
    enabled: row.named !== '',
  });
  const sent = (data?.runs ?? []).filter(
    ({ sendingStartedAt, resendOf }) => sendingStartedAt !== null && resendOf === null,
  );
  const options = [
    { value: 'last', label: t('prepare.filter.which.last') },
    { value: 'all', label: t('prepare.filter.which.all') },
    ...sent.map(({ id, sendingStartedAt }) => ({ value: id, label: dateTime(sendingStartedAt ?? '') })),
  ];
  const isListed = options.some(({ value }) => value === row.which);
  return (
    <select
      {...shared}
      value={row.which}
      aria-label={t('prepare.filter.which')}
      onChange={({ target }) =>
        onChange({ which: target.value, sent: options.find(({ value }) => value === target.value)?.label ?? '' })
      }
    >
      {[...options, ...(isListed ? [] : [{ value: row.which, label: row.which }])].map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
};

/** So many campaigns can be chosen from, those that were changed last. */
const CHOICE = 'limit=200&sort=changed';

const CampaignField = (part: Part): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...campaignsKey, 'choice'],
    queryFn: async () => api.get<CampaignPage>(`/campaigns?${CHOICE}`),
  });
  const known = (data?.items ?? []).map(({ campaign: { id, name } }) => ({ id, name }));
  return (
    <NamedField
      {...part}
      label={t('prepare.filter.campaign')}
      empty={t('prepare.filter.chooseCampaign')}
      known={known}
    />
  );
};

const DaysField = ({ row, shared, onChange }: Part): ReactNode => {
  const { _: t } = useLingui();
  return (
    <input
      {...shared}
      type="number"
      min={1}
      max={MOST_DAYS}
      value={row.days}
      aria-label={t('prepare.filter.days')}
      onChange={({ target }) => onChange({ days: target.value })}
    />
  );
};

/** Of which messages it is asked what people did with them. */
export const MessagesFields = (part: Part): ReactNode => {
  const { _: t } = useLingui();
  const { row, shared, onChange } = part;
  return (
    <>
      <select
        className={shared.className}
        value={row.of}
        aria-label={t('prepare.filter.of')}
        onChange={({ target }) => onChange({ of: target.value === 'days' ? 'days' : 'campaign' })}
      >
        <option value="campaign">{t('prepare.filter.of.campaign')}</option>
        <option value="days">{t('prepare.filter.of.days')}</option>
      </select>
      {row.of === 'days' ? (
        <DaysField {...part} />
      ) : (
        <>
          <CampaignField {...part} />
          {row.named !== '' && <RunsField {...part} />}
        </>
      )}
      <p className="small muted">{t('prepare.filter.behaviourHint')}</p>
    </>
  );
};
