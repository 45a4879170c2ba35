import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { AskReason } from '../shell/ask-reason.tsx';
import { DecisionProblem } from './decision-problem.tsx';
import { useDecision, type Subject } from './use-decision.ts';

type Props = {
  decision: 'reject' | 'requestChanges';
  subject: Subject;
  isOpen: boolean;
  onClose: () => void;
  onDecided: () => void;
};

/** Whoever does not confirm says why, so that whoever prepared it knows what to change. */
export const RefuseDialog = ({ decision, subject, isOpen, onClose, onDecided }: Props): ReactNode => {
  const { _: t } = useLingui();
  const deciding = useDecision(subject);
  return (
    <AskReason
      isOpen={isOpen}
      onClose={onClose}
      title={t(`confirm.${decision}`)}
      cancel={t('confirm.cancel')}
      act={{
        label: t(deciding.isPending ? 'confirm.busy' : `confirm.${decision}`),
        look: decision === 'reject' ? 'danger' : 'primary',
        isDisabled: deciding.isPending,
      }}
      reason={{ label: t('confirm.reason'), hint: t('confirm.reasonHint'), missing: t('confirm.reasonMissing') }}
      onAct={(reason) => deciding.mutate({ decision, reason }, { onSuccess: onDecided })}
      outcome={<DecisionProblem error={deciding.error} subject={subject} onClose={onClose} />}
    >
      <p>{t(`confirm.${decision}Why`)}</p>
    </AskReason>
  );
};
