import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { hasEnded } from '../../../domain/model/run.ts';
import { RunView } from '../../../domain/model/run-view.ts';
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
      api.post(`/runs/${encodeURIComponent(runId)}/resend`, { messages }, RunView),
  });
};

/** "Send these N again": asks first, then opens the run that does so, which waits for its own confirmation. */
const Resend = ({ run, unknown }: { run: RunView; unknown: number }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { mutate, error, isPending } = useResend(run.id);
  const values = { count: unknown, n: number(unknown) };
  const resend = (): void =>
    mutate(unknown, {
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
        <p>{t('send.unknown.ask.twice')}</p>
      </Ask>
    </>
  );
};

/** Once a run sends them again, only what is unknown there can be sent once more; one that ended unsent is in nobody's way. */
const ResendAfter = ({ run, last, unknown }: { run: RunView; last: string; unknown: number }): ReactNode => {
  const { t } = useTranslation();
  const { data } = useRun(last);
  if (!data) return null;
  const isUnsent = hasEnded(data) && data.sendingStartedAt === null;
  return isUnsent ? <Resend run={run} unknown={unknown} /> : <p>{t('send.unknown.resent')}</p>;
};

/** What can be done about the unknown messages of a run that has ended; `children`: their list. */
export const UnknownTile = ({
  run,
  unknown,
  children,
}: {
  run: RunView;
  unknown: number;
  children: ReactNode;
}): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { resentAs } = run;
  return (
    <Tile title={t('send.unknown', { count: unknown, n: number(unknown) })}>
      <p>{t('send.unknown.why')}</p>
      {!run.you.mayResend && (
        <Notice tone="info" title={t('send.unknown.mayNot')}>
          <p>{t('send.unknown.whoCan')}</p>
        </Notice>
      )}
      {run.you.mayResend && resentAs === null && <Resend run={run} unknown={unknown} />}
      {run.you.mayResend && resentAs !== null && <ResendAfter run={run} last={resentAs} unknown={unknown} />}
      {children}
    </Tile>
  );
};
