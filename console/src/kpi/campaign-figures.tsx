import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { CampaignKpis, ProfilesView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { LogDownload } from '../shell/log-download.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { PeriodLines } from './period-lines.tsx';
import { useCampaignKpis, useCountProfiles, useProfileCount } from './use-campaign-kpis.ts';

const rows = ['delivered', 'opened', 'openedByHuman', 'clicked', 'clickedByHuman', 'unsubscribed'] as const;
/** Each figure of messages, its rate, and of distinct profiles once those are counted. */
const Sums = ({ total, profiles }: Pick<CampaignKpis, 'total' | 'profiles'>): ReactNode => {
  const { _: t } = useLingui();
  const { number, percent } = useFormat();
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t('kpi.campaign.figure')}</th>
          <th scope="col">{t('kpi.campaign.messages')}</th>
          <th scope="col">{t('kpi.campaign.profiles')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`kpi.campaign.of.${row}`)}</th>
            <td>
              {number(total[row].count)}
              <small>{percent(total[row].percent)}</small>
            </td>
            <td>{profiles ? number(profiles[row]) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Until when profiles are counted, or how far the count is. */
const CountState = ({
  count,
  profiles,
}: { count: ProfilesView | undefined } & Pick<CampaignKpis, 'profiles'>): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, percent } = useFormat();
  const isOver = count === undefined || count.state === 'none' || count.state === 'done';
  return (
    <div className="small muted" role={count?.state === 'counting' ? undefined : 'status'}>
      {profiles && <p>{t('kpi.campaign.asOf', { count: profiles.runs, at: dateTime(profiles.asOf) })}</p>}
      {profiles && profiles.forgottenRuns > 0 && (
        <p>{t('kpi.campaign.forgotten', { count: profiles.forgottenRuns })}</p>
      )}
      {!isOver && (
        <p>
          {t(`kpi.campaign.${count.state}`, {
            at: dateTime(count.since),
            by: count.askedBy,
            percent: percent(count.percent),
          })}
        </p>
      )}
    </div>
  );
};

type CountProps = { counting: ReturnType<typeof useCountProfiles>; count: ProfilesView | undefined };

const CountButton = ({ counting, count }: CountProps): ReactNode => {
  const { _: t } = useLingui();
  const isCounting = counting.isPending || count?.state === 'counting';
  return (
    <button className="btn slim" type="button" disabled={isCounting} onClick={() => counting.mutate()}>
      <Icon name="stats" />
      {t(isCounting ? 'kpi.computing' : 'kpi.compute')}
    </button>
  );
};

/** The figures of a campaign over its runs, of messages and of distinct profiles; nothing before the first publication. */
export const CampaignFigures = ({ campaignId }: { campaignId: string }): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useCampaignKpis(campaignId);
  const { data: count } = useProfileCount(campaignId);
  const counting = useCountProfiles(campaignId);
  if (error) return <ProblemNote error={error} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Tile
      title={t('kpi.campaign')}
      asOf={
        <>
          {t('kpi.campaign.runs', { count: data.items.length })} <CountButton counting={counting} count={count} />
        </>
      }
      footer={<LogDownload path={`/campaigns/${encodeURIComponent(campaignId)}/kpis`} />}
    >
      <Sums total={data.total} profiles={data.profiles} />
      <PeriodLines periods={data.periods} />
      <p className="note">{t('kpi.campaign.why')}</p>
      <CountState count={count} profiles={data.profiles} />
      <ProblemNote error={counting.error} />
    </Tile>
  );
};
