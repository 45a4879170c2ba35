import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { WINNER } from '../../../domain/model/test-names.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import type { ControlReport } from '../../../domain/send/api.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { runKey } from '../shell/run-query.ts';
import { useVariantName } from '../shell/variant-name.ts';

type Choice = { id: string | null; name: string };

const useChoice = (runId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (winner: string | null) =>
      api.post<ControlReport>(`/runs/${encodeURIComponent(runId)}/ab-test`, { winner }),
    onSuccess: ({ run }) => queries.setQueryData(runKey(run.id), run),
    onError: async () => queries.invalidateQueries({ queryKey: runKey(runId) }),
  });
};

const isWaiting = ({ state, schedule, abTest, waves }: RunView): boolean =>
  state === 'Sending' &&
  schedule.abTest !== undefined &&
  abTest === null &&
  waves[1]?.state === 'waiting' &&
  waves[0]?.state === 'sent';

/** Whoever may start deliveries may decide a test that is out before its hours are over. */
export const ChooseWinner = ({ view, run }: { view: KpiView; run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useVariantName();
  const [asked, setAsked] = useState<Choice | undefined>();
  const { mutate, error, isPending } = useChoice(run.id);
  if (!run.you.maySend || !isWaiting(run)) return <ProblemNote error={error} />;
  const choices = view.variants.map(({ id, language }, place): Choice => ({
    id,
    name: nameOf({ id, language }, place),
  }));
  const close = (): void => setAsked(undefined);
  const act = (
    <button
      className="btn"
      type="button"
      disabled={isPending}
      onClick={() => asked && mutate(asked.id, { onSettled: close })}
    >
      {t('abTest.choose.button', { variant: asked?.name })}
    </button>
  );
  return (
    <>
      <p className="small">{t('abTest.choose')}</p>
      <div className="row">
        {choices
          .filter(({ id }) => id !== WINNER)
          .map((choice) => (
            <button
              key={choice.id ?? ''}
              className="btn"
              type="button"
              disabled={isPending}
              onClick={() => setAsked(choice)}
            >
              {t('abTest.choose.button', { variant: choice.name })}
            </button>
          ))}
      </div>
      <ProblemNote error={error} />
      <Ask
        isOpen={asked !== undefined}
        onClose={close}
        title={t('abTest.choose.title')}
        cancel={t('send.cancel')}
        act={act}
      >
        <p>{t('abTest.choose.why', { variant: asked?.name })}</p>
      </Ask>
    </>
  );
};
