import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../shell/ask.tsx';
import { ReasonField } from '../shell/reason-field.tsx';
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
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const deciding = useDecision(subject);
  const isMissing = reason.trim() === '';
  const decide = (): void => {
    if (!isMissing) return deciding.mutate({ decision, reason }, { onSuccess: onDecided });
    setTried(true);
    field.current?.focus();
  };
  return (
    <Ask
      isOpen={isOpen}
      onClose={onClose}
      title={t(`confirm.${decision}`)}
      cancel={t('confirm.cancel')}
      act={
        <button
          className={decision === 'reject' ? 'btn danger' : 'btn primary'}
          type="button"
          disabled={deciding.isPending}
          onClick={decide}
        >
          {t(deciding.isPending ? 'confirm.busy' : `confirm.${decision}`)}
        </button>
      }
    >
      <p>{t(`confirm.${decision}Why`)}</p>
      <ReasonField
        ref={field}
        required
        label={t('confirm.reason')}
        hint={t('confirm.reasonHint')}
        wrong={isTried && isMissing ? t('confirm.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
      />
      <DecisionProblem error={deciding.error} subject={subject} onClose={onClose} />
    </Ask>
  );
};
