import { useId, useState, type ReactNode } from 'react';

type Props = {
  label: string;
  value: string;
  hint?: string | undefined;
  type?: 'text' | 'url';
  /** Values that are offered. */
  options?: readonly string[];
  /** False: it is not taken over as it is, and stays in the field until it is. */
  onChange: (value: string) => boolean;
};

/** One line; Enter does not send the form that it stands in. */
export const LineField = ({ label, value, hint, type = 'text', options, onChange }: Props): ReactNode => {
  const id = useId();
  const [pending, setPending] = useState<string>();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        // An address may be code of Liquid.
        inputMode={type === 'url' ? 'url' : 'text'}
        value={pending ?? value}
        aria-invalid={pending !== undefined}
        list={options && `${id}-list`}
        aria-describedby={`${id}-more`}
        autoComplete="off"
        onChange={({ target }) => setPending(onChange(target.value) ? undefined : target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {options && (
        <datalist id={`${id}-list`}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
      <span id={`${id}-more`}>{hint}</span>
    </div>
  );
};

type CodeProps = {
  label: string;
  value: string;
  hint: string;
  /** Said while what is written does not end where it should, and is not taken over for that. */
  unfinished: string;
  onChange: (value: string) => boolean;
};

/** Several lines of code, which count once they are whole. */
export const CodeLines = ({ label, value, hint, unfinished, onChange }: CodeProps): ReactNode => {
  const id = useId();
  const [pending, setPending] = useState<string>();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input code"
        rows={6}
        spellCheck={false}
        value={pending ?? value}
        aria-invalid={pending !== undefined}
        aria-describedby={`${id}-more`}
        onChange={({ target }) => setPending(onChange(target.value) ? undefined : target.value)}
      />
      <span id={`${id}-more`} role="status">
        {pending === undefined ? hint : <b className="wrong">{unfinished}</b>}
      </span>
    </div>
  );
};
