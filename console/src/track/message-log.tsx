import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { MessageState } from '../../../domain/model/message.ts';
import type { MessagePage, MessageLine } from '../../../domain/track/api.ts';
import { useFormat } from '../shell/format.ts';
import { LogDetails, LogTile } from '../shell/log-tile.tsx';
import { useReason } from '../shell/use-reason.ts';
import { MailLink } from './mail-link.tsx';

const Row = ({ runId, line }: { runId: string; line: MessageLine }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  const reasonOf = useReason();
  return (
    <tr>
      <th scope="row">{number(line.number + 1)}</th>
      <td className="left">
        <Link to={`/profiles/${encodeURIComponent(line.profileId)}`}>{line.address}</Link>
      </td>
      <td className="left">
        {t(`track.state.${line.state}`)}
        {line.failure !== null && <small>{t('track.failure', { reason: reasonOf(line.failure) })}</small>}
        <small>
          <MailLink runId={runId} number={line.number} />
        </small>
      </td>
      <td className="left">{line.at === null ? '–' : dateTime(line.at)}</td>
    </tr>
  );
};

const rowOf =
  (runId: string) =>
  (line: MessageLine): ReactNode => <Row key={line.number} runId={runId} line={line} />;

/** Those messages of a run that are unknown. */
export const UnknownLog = ({ runId, summary }: { runId: string; summary: string }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <LogDetails<MessagePage>
      summary={summary}
      path={`/runs/${encodeURIComponent(runId)}/messages?state=unknown`}
      columns={[t('track.number'), t('track.address'), t('track.state'), t('track.at')]}
      row={rowOf(runId)}
    />
  );
};

/** The sending log of a run: every message with its state, in the frozen order. */
export const MessageLog = ({ runId }: { runId: string }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <LogTile<MessagePage>
      title={t('track.messages')}
      summary={t('track.messages.open')}
      path={`/runs/${encodeURIComponent(runId)}/messages`}
      columns={[t('track.number'), t('track.address'), t('track.state'), t('track.at')]}
      row={rowOf(runId)}
      filter={{
        parameter: 'state',
        label: t('track.state'),
        options: MessageState.options.map((value) => ({ value, label: t(`track.state.${value}`) })),
      }}
    />
  );
};
