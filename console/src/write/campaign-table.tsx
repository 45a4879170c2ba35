import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CampaignListItem } from '../../../domain/write/api.ts';
import { Icon } from '../shell/icon.tsx';
import { StateMark } from '../shell/state-mark.tsx';
import { useFrequencyText } from '../shell/schedule-text.ts';
import { NextStep } from './next-step.tsx';
import { Counted, RunHeads, RunState } from './run-cells.tsx';

const Kind = ({ campaign: { schedule, updatedBy } }: Pick<CampaignListItem, 'campaign'>): ReactNode => {
  const { _: t } = useLingui();
  const frequencyText = useFrequencyText();
  return (
    <small>
      {schedule.mode === 'recurring' ? (
        <span className="recur">
          <Icon name="recur" />
          {frequencyText(schedule.frequency)}
        </span>
      ) : (
        t('prepare.oneOff')
      )}{' '}
      · {updatedBy.name}
    </small>
  );
};

const State = ({ item: { latestRun, unreadableRun, series } }: { item: CampaignListItem }): ReactNode => {
  const { _: t } = useLingui();
  const shown = series && <small>{t(`write.campaigns.state.${series}`)}</small>;
  if (unreadableRun !== null)
    return (
      <>
        <b>{t('prepare.unreadable')}</b>
        <small className="mono">{unreadableRun}</small>
      </>
    );
  return (
    <>
      {latestRun ? <RunState run={latestRun} /> : <StateMark state="Draft" />}
      {shown}
    </>
  );
};

const Next = ({ item: { campaign, archived, latestRun, unreadableRun } }: { item: CampaignListItem }): ReactNode => {
  const { _: t } = useLingui();
  if (archived) return <span className="none">{t('write.archive.is')}</span>;
  if (unreadableRun !== null) return <span className="none">{t('prepare.unreadableNext')}</span>;
  return <NextStep campaignId={campaign.id} run={latestRun} />;
};

/** Campaigns, each with its latest run. */
export const CampaignTable = ({ items }: { items: readonly CampaignListItem[] }): ReactNode => (
  <table className="camp">
    <RunHeads />
    <tbody>
      {items.map((item) => (
        <tr key={item.campaign.id}>
          <td>
            <Link className="name" to={`/campaigns/${item.campaign.id}`}>
              {item.campaign.name}
            </Link>
            <Kind campaign={item.campaign} />
            {item.campaign.labels && item.campaign.labels.length > 0 && (
              <small>{item.campaign.labels.join(' · ')}</small>
            )}
          </td>
          <td>
            <State item={item} />
          </td>
          <Counted run={item.latestRun} />
          <td>
            <Next item={item} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
