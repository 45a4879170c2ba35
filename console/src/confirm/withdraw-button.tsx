import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { AskReason } from '../shell/ask-reason.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWithdraw } from './use-confirming.ts';

/** For whoever confirmed, until sending begins. */
export const WithdrawButton = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const withdrawing = useWithdraw(run.id);
  if (!run.you.mayWithdraw) return null;
  return (
    <>
      <button className="btn" type="button" onClick={() => setOpen(true)}>
        {t('confirm.withdraw')}
      </button>
      <AskReason
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('confirm.withdraw')}
        cancel={t('confirm.cancel')}
        act={{
          label: t(withdrawing.isPending ? 'confirm.busy' : 'confirm.withdraw'),
          look: 'danger',
          isDisabled: withdrawing.isPending,
        }}
        reason={{ label: t('confirm.reason'), hint: t('confirm.withdraw.hint') }}
        onAct={(reason) => withdrawing.mutate(reason === '' ? {} : { reason }, { onSuccess: () => setOpen(false) })}
        outcome={<ProblemNote error={withdrawing.error} />}
      >
        <p>{t('confirm.withdraw.why')}</p>
      </AskReason>
    </>
  );
};
