import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { AskReason } from '../shell/ask-reason.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';

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
  /** Where the reason is kept: the histories of people, or of webhooks. */
  of?: 'people' | 'webhooks';
};

const hints = { people: 'people.reasonHint', webhooks: 'webhooks.reasonHint' } as const;
const missing = { people: 'people.reasonMissing', webhooks: 'webhooks.reasonMissing' } as const;

/** A button that asks before it changes somebody, and why. */
export const Reasoned = ({ label, title, children, isBusy, error, onAct, onOpen, of = 'people' }: Props): ReactNode => {
  const { _: t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  // Each time for a reason of its own.
  const [times, setTimes] = useState(0);
  const open = (): void => {
    setTimes(times + 1);
    onOpen?.();
    setOpen(true);
  };
  return (
    <>
      <button className="btn slim" type="button" onClick={open}>
        {label}
      </button>
      <AskReason
        key={times}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        cancel={t('people.cancel')}
        act={{ label: t(isBusy ? 'people.busy' : 'people.do'), look: 'primary', isDisabled: isBusy }}
        reason={{
          label: t('people.reason'),
          hint: t(hints[of]),
          missing: t(missing[of]),
          least: 3,
        }}
        onAct={(reason) => onAct(reason, () => setOpen(false))}
        outcome={<ProblemNote error={error} />}
      >
        {children}
      </AskReason>
    </>
  );
};
