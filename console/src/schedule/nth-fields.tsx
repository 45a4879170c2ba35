import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { nthRow, type NthDraft } from '../form/draft-frequency.ts';
import type { FormPart } from '../form/form-fields.tsx';
import { useCalendarNames } from '../shell/use-calendar-names.ts';
import { nthNameOf } from '../shell/frequency-text.ts';

const numbers = [1, 2, 3, 4, 5, -1];

type RowProps = { one: NthDraft; n: number; isWrong: boolean; onChange: (one: NthDraft) => void; onRemove: () => void };

const NthRow = ({ one, n, isWrong, onChange, onRemove }: RowProps): ReactNode => {
  const { _: t } = useLingui();
  const { weekdays } = useCalendarNames();
  return (
    <div className="row">
      <select
        className="input"
        value={one.nth}
        aria-label={t('prepare.form.nth', { n })}
        aria-invalid={isWrong}
        onChange={({ target }) => onChange({ ...one, nth: target.value })}
      >
        {numbers.map((nth) => (
          <option key={nth} value={nth}>
            {t(`prepare.nth.${nthNameOf(nth)}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        value={one.weekday}
        aria-label={t('prepare.form.nthWeekday', { n })}
        aria-invalid={isWrong}
        onChange={({ target }) => onChange({ ...one, weekday: target.value })}
      >
        {weekdays.map((name, index) => (
          <option key={name} value={index + 1}>
            {name}
          </option>
        ))}
      </select>
      <button className="btn slim" type="button" aria-label={t('prepare.form.removeNth', { n })} onClick={onRemove}>
        {t('prepare.form.remove')}
      </button>
    </div>
  );
};

/** The second Tuesday, the last Friday: one row each. */
export const NthFields = ({ draft: { nthWeekdays }, wrong, onChange }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const isWrong = wrong.includes('schedule.frequency.nthWeekdays');
  const others = ({ key }: NthDraft): NthDraft[] => nthWeekdays.filter((other) => other.key !== key);
  return (
    <fieldset className="rows">
      <legend>{t('prepare.form.nthWeekdays')}</legend>
      {nthWeekdays.map((one, index) => (
        <NthRow
          key={one.key}
          one={one}
          n={index + 1}
          isWrong={isWrong}
          onChange={(changed) =>
            onChange({ nthWeekdays: nthWeekdays.map((other) => (other.key === one.key ? changed : other)) })
          }
          onRemove={() => onChange({ nthWeekdays: others(one) })}
        />
      ))}
      {isWrong && <b className="wrong">{t('prepare.wrong.schedule.frequency.nthWeekdays')}</b>}
      <div className="row">
        <button
          className="btn slim"
          type="button"
          onClick={() => onChange({ nthWeekdays: [...nthWeekdays, nthRow()] })}
        >
          {t('prepare.form.addNth')}
        </button>
      </div>
    </fieldset>
  );
};
