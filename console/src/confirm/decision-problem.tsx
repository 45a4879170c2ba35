import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useLoadAgain, type Subject } from './use-decision.ts';

type Props = { error: unknown; subject: Subject; onClose: () => void };

/** A decision that was refused, and the way on: look at what is true now. */
export const DecisionProblem = ({ error, subject, onClose }: Props): ReactNode => {
  const { _: t } = useLingui();
  const loadAgain = useLoadAgain(subject);
  return (
    <ProblemNote error={error}>
      <p>
        <button
          className="btn slim"
          type="button"
          onClick={() => {
            loadAgain();
            onClose();
          }}
        >
          {t('confirm.loadAgain')}
        </button>
      </p>
    </ProblemNote>
  );
};
