import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../shell/ask.tsx';
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
  const id = useId();
  const [reason, setReason] = useState('');
  const deciding = useDecision(subject);
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
          disabled={reason.trim() === '' || deciding.isPending}
          onClick={() => deciding.mutate({ decision, reason }, { onSuccess: onDecided })}
        >
          {t(deciding.isPending ? 'confirm.busy' : `confirm.${decision}`)}
        </button>
      }
    >
      <p>{t(`confirm.${decision}Why`)}</p>
      <div className="lab">
        <label htmlFor={id}>{t('confirm.reason')}</label>
        <textarea
          id={id}
          className="input"
          required
          maxLength={1000}
          aria-describedby={`${id}-hint`}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <span id={`${id}-hint`}>{t('confirm.reasonHint')}</span>
      </div>
      <DecisionProblem error={deciding.error} subject={subject} onClose={onClose} />
    </Ask>
  );
};
