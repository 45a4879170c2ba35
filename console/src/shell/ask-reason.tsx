import { useRef, useState, type ReactNode } from 'react';
import { Ask } from './ask.tsx';
import { ReasonField } from './reason-field.tsx';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  cancel: string;
  /** The button that does it. */
  act: { label: string; look: 'primary' | 'danger'; isDisabled: boolean };
  /** `missing`: what to do about one that is shorter than `least`; without it a reason may be left out. */
  reason: { label: string; hint: string; missing?: string; least?: number };
  /** Called with the reason, trimmed; with none only where it may be left out. */
  onAct: (reason: string) => void;
  children: ReactNode;
  /** What came of it, below the reason. */
  outcome: ReactNode;
};

/** A question that takes a reason before something is done; one that is missing is led to. */
export const AskReason = ({ act, reason: words, onAct, children, outcome, ...dialog }: Props): ReactNode => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const { label, hint, missing, least = 1 } = words;
  const isMissing = missing !== undefined && typed.trim().length < least;
  const decide = (): void => {
    if (!isMissing) return onAct(typed.trim());
    setTried(true);
    field.current?.focus();
  };
  const button = (
    <button className={`btn ${act.look}`} type="button" disabled={act.isDisabled} onClick={decide}>
      {act.label}
    </button>
  );
  return (
    <Ask {...dialog} act={button}>
      {children}
      <ReasonField
        ref={field}
        required={missing !== undefined}
        label={label}
        hint={hint}
        wrong={isTried && isMissing ? missing : undefined}
        value={typed}
        onChange={setTyped}
      />
      {outcome}
    </Ask>
  );
};
