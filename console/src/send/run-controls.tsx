import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import type { ControlReport } from '../../../domain/send/api.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { runKey } from '../shell/run-query.ts';

type Control = 'pause' | 'resume' | 'stop';

const useControl = (runId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (control: Control) =>
      api.post<ControlReport>(`/runs/${encodeURIComponent(runId)}/${control}`, {}),
    onSuccess: ({ run }) => queries.setQueryData(runKey(run.id), run),
    // A refusal mostly means that the run has moved on.
    onError: async () => queries.invalidateQueries({ queryKey: runKey(runId) }),
  });
};

/** Who may start may stop; what nobody has confirmed yet, its preparer may call back. */
const mayStop = ({ state, you }: RunView): boolean =>
  you.maySend || (you.mayPrepare && (state === 'Preparing' || state === 'AwaitingConfirmation'));

type StopProps = { isOpen: boolean; isBusy: boolean; onClose: () => void; onStop: () => void };

const StopDialog = ({ isOpen, isBusy, onClose, onStop }: StopProps): ReactNode => {
  const { _: t } = useLingui();
  const act = (
    <button className="btn danger" type="button" disabled={isBusy} onClick={onStop}>
      {t(isBusy ? 'send.busy' : 'send.stop.confirm')}
    </button>
  );
  return (
    <Ask isOpen={isOpen} onClose={onClose} title={t('send.stop.title')} cancel={t('send.cancel')} act={act}>
      <p>{t('send.stop.why')}</p>
    </Ask>
  );
};

/** Pause, resume and stop of a run, for those who may; afterwards how many had gone out by then. */
export const RunControls = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { mutate, data, error, isPending } = useControl(run.id);
  const change = run.state === 'Sending' ? 'pause' : 'resume';
  const canChange = run.you.maySend && (run.state === 'Sending' || run.state === 'Paused');
  const canStop = mayStop(run) && !hasEnded(run);
  return (
    <>
      {(canChange || canStop) && (
        <div className="row">
          {canChange && (
            <button className="btn" type="button" disabled={isPending} onClick={() => mutate(change)}>
              {t(`send.${change}`)}
            </button>
          )}
          {canStop && (
            <button className="btn" type="button" disabled={isPending} onClick={() => setAsking(true)}>
              {t('send.stop')}
            </button>
          )}
        </div>
      )}
      {canChange && run.state === 'Sending' && !data && <p className="note">{t('send.effect')}</p>}
      <p role="status" className="small muted">
        {data && data.handedOver > 0 && t('send.out', { count: data.handedOver, n: number(data.handedOver) })}
      </p>
      <ProblemNote error={error} />
      <StopDialog
        isOpen={isAsking}
        isBusy={isPending}
        onClose={() => setAsking(false)}
        onStop={() => mutate('stop', { onSettled: () => setAsking(false) })}
      />
    </>
  );
};
