import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { StateMark } from '../shell/state-mark.tsx';
import { groups, type Line } from './front-lines.ts';
import { NextStep } from './next-step.tsx';
import { useFrequencyText } from '../shell/schedule-text.ts';
import { useStateSince } from './state-since.ts';

const Kind = ({ line: { schedule, by } }: { line: Line }): ReactNode => {
  const { t } = useTranslation();
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
      · {by.name}
    </small>
  );
};

const Counted = ({ line: { run } }: { line: Line }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const counts = run?.counts;
  return (
    <td className="r">
      <b className="num">{counts ? number(counts.toDeliver) : '–'}</b>
      {counts && <small>{t('prepare.ofTargeted', { n: number(counts.targeted) })}</small>}
    </td>
  );
};

const State = ({ line: { run, unreadableRun } }: { line: Line }): ReactNode => {
  const { t } = useTranslation();
  const since = useStateSince();
  if (unreadableRun !== null)
    return (
      <>
        <b>{t('prepare.unreadable')}</b>
        <small className="mono">{unreadableRun}</small>
      </>
    );
  if (!run) return <StateMark state="Draft" />;
  return (
    <>
      <Link className="bare" to={`/runs/${run.id}`}>
        <StateMark state={run.state} />
      </Link>
      <small>{since(run)}</small>
    </>
  );
};

const Row = ({ line }: { line: Line }): ReactNode => {
  const { t } = useTranslation();
  const { campaignId, name, run, unreadableRun } = line;
  return (
    <tr>
      <td>
        <Link className="name" to={`/campaigns/${campaignId}`}>
          {name}
        </Link>
        <Kind line={line} />
      </td>
      <td>
        <State line={line} />
      </td>
      <Counted line={line} />
      <td>
        {unreadableRun === null ? (
          <NextStep campaignId={campaignId} run={run} />
        ) : (
          <span className="none">{t('prepare.unreadableNext')}</span>
        )}
      </td>
    </tr>
  );
};

/** Lines by what they need: under way first, ended last. */
export const CampaignTable = ({ lines }: { lines: Line[] }): ReactNode => {
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
        const members = lines.filter((line) => line.group === group);
        return members.length === 0 ? null : (
          <tbody key={group}>
            <tr className="group">
              <th colSpan={4} scope="colgroup">
                {t(`prepare.group.${group}`)}
                <span>{members.length}</span>
              </th>
            </tr>
            {members.map((line) => (
              <Row key={line.key} line={line} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
};
