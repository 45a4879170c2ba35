import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { row, type RowDraft } from './draft-frequency.ts';
import type { FieldName } from './field-names.ts';
import { Tick } from './form-fields.tsx';

const Wrong = ({ field, isWrong }: { field: FieldName; isWrong: boolean }): ReactNode => {
  const { _: t } = useLingui();
  return isWrong ? <b className="wrong">{t(`prepare.wrong.${field}`)}</b> : null;
};

type TicksProps = {
  field: FieldName;
  wrong: readonly FieldName[];
  legend: string;
  /** Of 1, 2, 3 …, in this order. */
  names: string[];
  chosen: number[];
  onChoose: (chosen: number[]) => void;
};

/** Some of a few things that are numbered from 1, such as weekdays or months: a checkbox each. */
export const NumberTicks = ({ field, wrong, legend, names, chosen, onChoose }: TicksProps): ReactNode => {
  const isWrong = wrong.includes(field);
  return (
    <fieldset className="days">
      <legend>{legend}</legend>
      {names.map((name, index) => {
        const others = chosen.filter((other) => other !== index + 1);
        return (
          <Tick
            key={name}
            label={name}
            checked={chosen.includes(index + 1)}
            isWrong={isWrong}
            onTick={(isOn) => onChoose(isOn ? [...others, index + 1] : others)}
          />
        );
      })}
      <Wrong field={field} isWrong={isWrong} />
    </fieldset>
  );
};

type RowsProps = {
  field: FieldName;
  wrong: readonly FieldName[];
  legend: string;
  type: 'time' | 'date';
  rows: RowDraft[];
  /** So many stay. */
  min?: number;
  /** What the nth row and its button are called. */
  rowName: (n: number) => string;
  removeName: (n: number) => string;
  add: string;
  onRows: (rows: RowDraft[]) => void;
};

/** A list of times or days: one field to a row. */
export const RowsField = (props: RowsProps): ReactNode => {
  const { field, wrong, legend, type, rows, min = 0, rowName, removeName, add, onRows } = props;
  const { _: t } = useLingui();
  const isWrong = wrong.includes(field);
  return (
    <fieldset className="rows">
      <legend>{legend}</legend>
      {rows.map(({ key, value }, index) => (
        <div className="row" key={key}>
          <input
            className="input"
            type={type}
            value={value}
            aria-label={rowName(index + 1)}
            aria-invalid={isWrong}
            onChange={({ target }) => onRows(rows.map((one) => (one.key === key ? { key, value: target.value } : one)))}
          />
          {rows.length > min && (
            <button
              className="btn slim"
              type="button"
              aria-label={removeName(index + 1)}
              onClick={() => onRows(rows.filter((one) => one.key !== key))}
            >
              {t('prepare.form.remove')}
            </button>
          )}
        </div>
      ))}
      <Wrong field={field} isWrong={isWrong} />
      <div className="row">
        <button className="btn slim" type="button" onClick={() => onRows([...rows, row('')])}>
          {add}
        </button>
      </div>
    </fieldset>
  );
};
