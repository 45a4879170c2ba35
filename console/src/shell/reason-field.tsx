import { useId, type ReactNode, type Ref } from 'react';

type Props = {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  /** What to do about it; stands in place of the hint. */
  wrong?: string | undefined;
  required?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
};

/** A few lines that somebody adds to what they do. */
export const ReasonField = ({ label, hint, value, onChange, wrong, required = false, ref }: Props): ReactNode => {
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={ref}
        className="input"
        required={required}
        maxLength={1000}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-more`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-more`}>{wrong === undefined ? hint : <b className="wrong">{wrong}</b>}</span>
    </div>
  );
};
