import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRun } from '../shell/run-query.ts';
import { Tile } from '../shell/tile.tsx';

const useResend = (runId: string) => {
  const api = useApi();
  return useMutation({
    mutationFn: async (messages: number) =>
      api.post<RunView>(`/runs/${encodeURIComponent(runId)}/resend`, { messages }),
  });
};

/** Messages of a run that has ended: nobody knows whether they went out, or SES refused them without a reason. */
export type Sendable = { unknown: number; retryable: number };

/** "Send these N again": asks first, then opens the run that does so, which waits for its own confirmation. */
const Resend = ({ run, sendable: { unknown, retryable } }: { run: RunView; sendable: Sendable }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { mutate, error, isPending } = useResend(run.id);
  const messages = unknown + retryable;
  const values = { count: messages, n: number(messages) };
  const resend = (): void =>
    mutate(messages, {
      onSuccess: ({ id }) => void navigate(`/runs/${id}`),
      onSettled: () => setAsking(false),
    });
  const act = (
    <button className="btn primary" type="button" disabled={isPending} onClick={resend}>
      {t(isPending ? 'send.busy' : 'send.unknown.prepare')}
    </button>
  );
  return (
    <>
      <p>
        <button className="btn" type="button" disabled={isPending} onClick={() => setAsking(true)}>
          {t('send.unknown.again', values)}
        </button>
      </p>
      <ProblemNote error={error} />
      <Ask
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('send.unknown.ask', values)}
        cancel={t('send.cancel')}
        act={act}
      >
        <p>{t('send.unknown.ask.gate')}</p>
        <p>{t(unknown > 0 ? 'send.unknown.ask.twice' : 'send.retryable.ask')}</p>
      </Ask>
    </>
  );
};

/** Once a run sends them again, only what is unknown there can be sent once more; one that ended unsent is in nobody's way. */
const ResendAfter = ({ run, last, sendable }: { run: RunView; last: string; sendable: Sendable }): ReactNode => {
  const { _: t } = useLingui();
  const { data } = useRun(last);
  if (!data) return null;
  const isUnsent = hasEnded(data) && data.sendingStartedAt === null;
  return isUnsent ? <Resend run={run} sendable={sendable} /> : <p>{t('send.unknown.resent')}</p>;
};

/** What can be done about the messages of a run that has ended and that may be sent again; `children`: the unknown ones. */
export const UnknownTile = ({
  run,
  sendable,
  children,
}: {
  run: RunView;
  sendable: Sendable;
  children: ReactNode;
}): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { resentAs } = run;
  const { unknown, retryable } = sendable;
  const counted = (count: number) => ({ count, n: number(count) });
  const title = retryable > 0 ? t('send.sendable', counted(unknown + retryable)) : t('send.unknown', counted(unknown));
  return (
    <Tile title={title}>
      {unknown > 0 && <p>{t('send.unknown.why')}</p>}
      {retryable > 0 && <p>{t('send.retryable', counted(retryable))}</p>}
      {!run.you.mayResend && (
        <Notice tone="info" title={t('send.unknown.mayNot')}>
          <p>{t('send.unknown.whoCan')}</p>
        </Notice>
      )}
      {run.you.mayResend && resentAs === null && <Resend run={run} sendable={sendable} />}
      {run.you.mayResend && resentAs !== null && <ResendAfter run={run} last={resentAs} sendable={sendable} />}
      {children}
    </Tile>
  );
};
