import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import type { Draft } from './draft.ts';
import type { FieldName } from './field-names.ts';

/** What every block of the form works on. */
export type FormPart = {
  draft: Draft;
  wrong: readonly FieldName[];
  onChange: (change: Partial<Draft>) => void;
};

type TextKey = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];

type Props = FormPart & {
  /** Which part of the draft, and which field of the campaign it becomes. */
  of: TextKey;
  field: FieldName;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'number' | 'time' | 'datetime-local';
  rows?: number;
  code?: boolean;
  required?: boolean;
};

type Wrapped = { id: string; label: string; hint?: string | undefined; isWrong: boolean; field: FieldName };

/** Label above, hint and what is wrong below, tied to the control by `${id}-more`. */
export const Labelled = ({
  id,
  label,
  hint,
  isWrong,
  field,
  children,
}: Wrapped & { children: ReactNode }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      {children}
      <span id={`${id}-more`}>{isWrong ? <b className="wrong">{t(`prepare.wrong.${field}`)}</b> : hint}</span>
    </div>
  );
};

/** One line or several lines of text. */
export const TextField = (props: Props): ReactNode => {
  const { draft, wrong, onChange, of, field, label, hint, type = 'text', rows, code = false, required = false } = props;
  const id = useId();
  const isWrong = wrong.includes(field);
  const shared = {
    id,
    className: code ? 'input code' : 'input',
    value: draft[of],
    required,
    'aria-invalid': isWrong,
    'aria-describedby': `${id}-more`,
    onChange: ({ target }: { target: { value: string } }) => onChange({ [of]: target.value }),
  };
  return (
    <Labelled id={id} label={label} hint={hint} isWrong={isWrong} field={field}>
      {rows === undefined ? <input {...shared} type={type} /> : <textarea {...shared} rows={rows} spellCheck={!code} />}
    </Labelled>
  );
};

/** What every control of the form has. */
export type FieldProps = FormPart & { of: TextKey; field: FieldName; label: string; hint?: string };

type SelectProps = FieldProps & { options: { value: string; label: string }[] };

export const SelectField = (props: SelectProps): ReactNode => {
  const { draft, wrong, onChange, of, field, label, options, hint } = props;
  const id = useId();
  const isWrong = wrong.includes(field);
  return (
    <Labelled id={id} label={label} hint={hint} isWrong={isWrong} field={field}>
      <select
        id={id}
        className="input"
        value={draft[of]}
        aria-invalid={isWrong}
        aria-describedby={`${id}-more`}
        onChange={({ target }) => onChange({ [of]: target.value })}
      >
        {options.map(({ value, label: shown }) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </Labelled>
  );
};

type TickProps = {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  isWrong?: boolean;
  onTick: (isOn: boolean) => void;
};

/** A checkbox with its label beside it, and the hint below the label. */
export const Tick = ({ label, hint, checked, disabled = false, isWrong = false, onTick }: TickProps): ReactNode => (
  <label className="tick">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      aria-invalid={isWrong}
      onChange={({ target }) => onTick(target.checked)}
    />
    <span>
      {label}
      {hint !== undefined && <small>{hint}</small>}
    </span>
  </label>
);
