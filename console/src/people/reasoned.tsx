import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ReasonField } from '../shell/reason-field.tsx';

const MIN_REASON = 3;

type Props = {
  /** Of the button, and of the one in the dialog. */
  label: string;
  title: string;
  children: ReactNode;
  isBusy: boolean;
  error: unknown;
  /** Called with a reason that is long enough; `close` ends the dialog. */
  onAct: (reason: string, close: () => void) => void;
  /** Called when the dialog opens. */
  onOpen?: () => void;
};

/** A button that asks before it changes somebody, and why. */
export const Reasoned = ({ label, title, children, isBusy, error, onAct, onOpen }: Props): ReactNode => {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim().length < MIN_REASON;
  const open = (): void => {
    setReason('');
    setTried(false);
    onOpen?.();
    setOpen(true);
  };
  const decide = (): void => {
    if (!isMissing) return onAct(reason.trim(), () => setOpen(false));
    setTried(true);
    field.current?.focus();
  };
  return (
    <>
      <button className="btn slim" type="button" onClick={open}>
        {label}
      </button>
      <Ask
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        cancel={t('people.cancel')}
        act={
          <button className="btn primary" type="button" disabled={isBusy} onClick={decide}>
            {t(isBusy ? 'people.busy' : 'people.do')}
          </button>
        }
      >
        {children}
        <ReasonField
          ref={field}
          required
          label={t('people.reason')}
          hint={t('people.reasonHint')}
          wrong={isTried && isMissing ? t('people.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        <ProblemNote error={error} />
      </Ask>
    </>
  );
};
