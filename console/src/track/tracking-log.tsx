import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { meanings } from '../../../domain/model/meaning.ts';
import type { EventPage, EventLine } from '../../../domain/track/api.ts';
import { useFormat } from '../shell/format.ts';
import { LogTile } from '../shell/log-tile.tsx';
import { useRule } from './use-rule.ts';

const Row = ({ line }: { line: EventLine }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const ruleOf = useRule();
  return (
    <tr>
      <th scope="row">{dateTime(line.at)}</th>
      <td className="left">
        {t(`track.kind.${line.kind}`)}
        {line.label !== null && <small>{line.label}</small>}
        {line.link !== null && <small>{line.link}</small>}
      </td>
      <td className="left">
        <Link to={`/profiles/${encodeURIComponent(line.profileId)}`}>{line.address}</Link>
      </td>
      <td className="left">
        {line.actorClass === null ? '–' : t(`track.actor.${line.actorClass}`)}
        {line.rule !== null && <small>{ruleOf(line.rule)}</small>}
      </td>
    </tr>
  );
};

const rowOf = (line: EventLine, index: number): ReactNode => (
  <Row key={`${line.number}-${line.kind}-${line.at}-${index}`} line={line} />
);

/** The tracking log of a run: what SES reported, with machines named. */
export const TrackingLog = ({ runId }: { runId: string }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <LogTile<EventPage>
      title={t('track.events')}
      summary={t('track.events.open')}
      path={`/runs/${encodeURIComponent(runId)}/events`}
      columns={[t('track.at'), t('track.what'), t('track.profile'), t('track.who')]}
      row={rowOf}
      filter={{
        parameter: 'kind',
        label: t('track.what'),
        options: meanings.map((value) => ({ value, label: t(`track.kind.${value}`) })),
      }}
    />
  );
};
