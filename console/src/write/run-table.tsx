import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RunLine } from '../../../domain/model/run-entry.ts';
import { Icon } from '../shell/icon.tsx';
import { NextStep } from './next-step.tsx';
import { Counted, RunHeads, RunState } from './run-cells.tsx';

const Row = ({ run }: { run: RunLine }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <tr>
      <td>
        <Link className="name" to={`/campaigns/${run.campaignId}`}>
          {run.campaignName}
        </Link>
        <small>
          {run.schedule.mode === 'recurring' ? (
            <span className="recur">
              <Icon name="recur" />
              {t('prepare.series')}
            </span>
          ) : (
            t('prepare.oneOff')
          )}{' '}
          · {run.requestedBy.name}
        </small>
      </td>
      <td>
        <RunState run={run} />
      </td>
      <Counted run={run} />
      <td>
        <NextStep campaignId={run.campaignId} run={run} />
      </td>
    </tr>
  );
};

/** Runs under a heading; of more than are shown it says how many there are, and leads to all. */
export type RunGroup = { key: string; title: string; count: string; runs: readonly RunLine[]; more?: ReactNode };

/** Runs in groups; without a heading where there is one group only that has no title. */
export const RunTable = ({ groups }: { groups: RunGroup[] }): ReactNode => (
  <table className="camp">
    <RunHeads />
    {groups.map(({ key, title, count, runs, more }) => (
      <tbody key={key}>
        {title !== '' && (
          <tr className="group">
            <th colSpan={4} scope="colgroup">
              {title}
              <span>{count}</span>
            </th>
          </tr>
        )}
        {runs.map((run) => (
          <Row key={run.id} run={run} />
        ))}
        {more !== undefined && (
          <tr>
            <td colSpan={4}>{more}</td>
          </tr>
        )}
      </tbody>
    ))}
  </table>
);
