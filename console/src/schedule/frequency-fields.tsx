import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { frequencyKinds } from '../form/draft-frequency.ts';
import { SelectField, TextField, Tick, type FormPart } from '../form/form-fields.tsx';
import { NumberTicks, RowsField } from '../form/list-fields.tsx';
import { useCalendarNames } from '../shell/use-calendar-names.ts';
import { NthFields } from './nth-fields.tsx';

const Window = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const shared = { ...part, field: 'schedule.frequency.window' } as const;
  return (
    <div className="pair2">
      <TextField {...shared} of="betweenFrom" label={t('prepare.form.betweenFrom')} type="time" />
      <TextField {...shared} of="betweenTo" label={t('prepare.form.betweenTo')} type="time" />
      <TextField {...shared} of="betweenEvery" label={t('prepare.form.every')} type="number" />
    </div>
  );
};

const timeModes = ['times', 'window'] as const;

/** At which times of a day. */
const TimeFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { draft, wrong, onChange } = part;
  return (
    <>
      <fieldset className="choice">
        <legend>{t('prepare.form.timesBy')}</legend>
        {timeModes.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="timesBy"
              checked={draft.timesBy === mode}
              onChange={() => onChange({ timesBy: mode })}
            />
            <span>{t(`prepare.form.timesBy.${mode}`)}</span>
          </label>
        ))}
      </fieldset>
      {draft.timesBy === 'times' ? (
        <RowsField
          field="schedule.frequency.times"
          wrong={wrong}
          legend={t('prepare.form.times')}
          type="time"
          rows={draft.times}
          min={1}
          rowName={(n) => t('prepare.form.time', { n })}
          removeName={(n) => t('prepare.form.removeTime', { n })}
          add={t('prepare.form.addTime')}
          onRows={(times) => onChange({ times })}
        />
      ) : (
        <Window {...part} />
      )}
    </>
  );
};

/** On which days of a month. */
const MonthFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { draft, onChange } = part;
  return (
    <>
      <TextField
        {...part}
        of="monthDays"
        field="schedule.frequency.days"
        label={t('prepare.form.monthDays')}
        hint={t('prepare.form.monthDaysHint')}
      />
      {/\b(29|30|31)\b/.test(draft.monthDays) && (
        <Tick
          label={t('prepare.form.backward')}
          hint={t('prepare.form.backwardHint')}
          checked={draft.skip === 'backward'}
          onTick={(isOn) => onChange({ skip: isOn ? 'backward' : 'omit' })}
        />
      )}
      <Tick label={t('prepare.form.lastDay')} checked={draft.lastDay} onTick={(lastDay) => onChange({ lastDay })} />
      <NthFields {...part} />
    </>
  );
};

/** On which days, and at which times of them. */
const PlannedFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { weekdays, months } = useCalendarNames();
  const { draft, wrong, onChange } = part;
  const { kind } = draft;
  return (
    <>
      {kind === 'weekly' && (
        <NumberTicks
          field="schedule.frequency.weekdays"
          wrong={wrong}
          legend={t('prepare.form.weekdays')}
          names={weekdays}
          chosen={draft.weekdays}
          onChoose={(chosen) => onChange({ weekdays: chosen })}
        />
      )}
      {kind === 'yearly' && (
        <NumberTicks
          field="schedule.frequency.months"
          wrong={wrong}
          legend={t('prepare.form.months')}
          names={months}
          chosen={draft.months}
          onChoose={(chosen) => onChange({ months: chosen })}
        />
      )}
      {(kind === 'monthly' || kind === 'yearly') && <MonthFields {...part} />}
      <TimeFields {...part} />
    </>
  );
};

/** How often a series starts. */
export const FrequencyFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { kind } = part.draft;
  const kinds = frequencyKinds.map((value) => ({ value, label: t(`prepare.form.kind.${value}`) }));
  const every = { ...part, field: 'schedule.frequency.every' } as const;
  return (
    <>
      <div className="pair2">
        <SelectField {...every} wrong={[]} of="kind" label={t('prepare.form.frequency')} options={kinds} />
        {kind === 'minutes' ? (
          <TextField {...every} of="every" label={t('prepare.form.every')} type="number" />
        ) : (
          <TextField {...every} of="interval" label={t(`prepare.form.interval.${kind}`)} type="number" />
        )}
      </div>
      {kind !== 'minutes' && <PlannedFields {...part} />}
    </>
  );
};
