import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { CampaignListItem } from '../../../domain/prepare/api.ts';
import { hasEnded } from '../../../domain/run.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { StateMark } from '../shell/state-mark.tsx';
import { NextStep } from './next-step.tsx';
import { useFrequencyText } from './schedule-text.ts';
import { useStateSince } from './state-since.ts';

const groups = ['underWay', 'draft', 'ended'] as const;
type Group = (typeof groups)[number];

const groupOf = ({ latestRun }: CampaignListItem): Group => {
  if (!latestRun) return 'draft';
  return hasEnded(latestRun) ? 'ended' : 'underWay';
};

const Kind = ({ item: { campaign } }: { item: CampaignListItem }): ReactNode => {
  const { t } = useTranslation();
  const frequencyText = useFrequencyText();
  const { schedule, updatedBy } = campaign;
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

const Counted = ({ item: { latestRun } }: { item: CampaignListItem }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const counts = latestRun?.counts;
  return (
    <td className="r">
      <b className="num">{counts ? number(counts.toDeliver) : '–'}</b>
      {counts && <small>{t('prepare.ofTargeted', { n: number(counts.targeted) })}</small>}
    </td>
  );
};

const Row = ({ item }: { item: CampaignListItem }): ReactNode => {
  const since = useStateSince();
  const { campaign, latestRun } = item;
  return (
    <tr>
      <td>
        <Link className="name" to={`/campaigns/${campaign.id}`}>
          {campaign.name}
        </Link>
        <Kind item={item} />
      </td>
      <td>
        {latestRun ? (
          <Link className="bare" to={`/runs/${latestRun.id}`}>
            <StateMark state={latestRun.state} />
          </Link>
        ) : (
          <StateMark state="Draft" />
        )}
        {latestRun && <small>{since(latestRun)}</small>}
      </td>
      <Counted item={item} />
      <td>
        <NextStep campaignId={campaign.id} run={latestRun} />
      </td>
    </tr>
  );
};

/** Campaigns by what they need: under way first, ended last. */
export const CampaignTable = ({ items }: { items: CampaignListItem[] }): ReactNode => {
  const { t } = useTranslation();
  return (
    <table className="camp">
      <colgroup>
        <col className="c1" />
        <col className="c2" />
        <col className="c3" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('prepare.col.campaign')}</th>
          <th scope="col">{t('prepare.col.state')}</th>
          <th scope="col" className="r">
            {t('prepare.col.toDeliver')}
          </th>
          <th scope="col">{t('prepare.col.next')}</th>
        </tr>
      </thead>
      {groups.map((group) => {
        const members = items.filter((item) => groupOf(item) === group);
        return members.length === 0 ? null : (
          <tbody key={group}>
            <tr className="group">
              <th colSpan={4} scope="colgroup">
                {t(`prepare.group.${group}`)}
                <span>{members.length}</span>
              </th>
            </tr>
            {members.map((item) => (
              <Row key={item.campaign.id} item={item} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
};
