import { useLingui } from '@lingui/react';
import { useId, useState, type ReactNode } from 'react';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** What it is called by the button that does it. */
  act: string;
  label: string;
  hint?: string;
  /** What the field begins with. */
  name: string;
  isBusy: boolean;
  error: unknown;
  onName: (name: string) => void;
  children?: ReactNode;
};

/** A question that takes a name. */
export const NameAsk = (props: Props): ReactNode => {
  const { isOpen, onClose, title, act, label, hint, name, isBusy, error, onName, children } = props;
  const { _: t } = useLingui();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const said = (typed ?? name).trim();
  const close = (): void => {
    setTyped(undefined);
    onClose();
  };
  const button = (
    <button className="btn primary" type="button" disabled={isBusy || said === ''} onClick={() => onName(said)}>
      {act}
    </button>
  );
  return (
    <Ask isOpen={isOpen} onClose={close} title={title} cancel={t('prepare.form.cancel')} act={button}>
      <div className="lab">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          className="input"
          value={typed ?? name}
          maxLength={100}
          aria-describedby={`${id}-more`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <span id={`${id}-more`}>{hint}</span>
      </div>
      {children}
      <ProblemNote error={error} />
    </Ask>
  );
};
