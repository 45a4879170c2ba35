import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RunLine } from '../../../domain/model/run-entry.ts';
import { useFormat } from '../shell/format.ts';
import { StateMark } from '../shell/state-mark.tsx';
import { useStateSince } from './state-since.ts';

/** The heads of a table of campaigns or runs. */
export const RunHeads = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <>
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
    </>
  );
};

/** To how many it goes, of how many that were meant. */
export const Counted = ({ run }: { run: RunLine | null }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const counts = run?.counts;
  return (
    <td className="r">
      <b className="num">{counts ? number(counts.toDeliver) : '–'}</b>
      {counts && <small>{t('prepare.ofTargeted', { n: number(counts.targeted) })}</small>}
    </td>
  );
};

/** The state of a run, since when or until when, and the way to it. */
export const RunState = ({ run }: { run: RunLine }): ReactNode => {
  const since = useStateSince();
  return (
    <>
      <Link className="bare" to={`/runs/${run.id}`}>
        <StateMark state={run.state} />
      </Link>
      <small>{since(run)}</small>
    </>
  );
};
