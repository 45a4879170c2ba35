import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tile } from '../shell/tile.tsx';
import { frequencyKinds } from '../form/draft.ts';
import { SelectField, TextField, Tick, type FormPart } from '../form/form-fields.tsx';
import { useCalendarNames } from '../shell/schedule-text.ts';

const modes = ['onceConfirmed', 'onDate', 'recurring'] as const;

const ZoneField = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', part.draft.zone])];
  return (
    <SelectField
      {...part}
      of="zone"
      field="schedule.zone"
      label={t('prepare.form.zone')}
      options={zones.map((value) => ({ value, label: value }))}
    />
  );
};

const OnDate = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className="sub pair2">
      <TextField
        {...part}
        of="startSendingFrom"
        field="schedule.startSendingFrom"
        label={t('prepare.form.startSendingFrom')}
        type="datetime-local"
      />
      <ZoneField {...part} />
    </div>
  );
};

const numbered = (names: string[]) => names.map((label, index) => ({ value: String(index + 1), label }));

/** The fields that a kind of frequency needs. */
const FrequencyFields = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { weekdays, months } = useCalendarNames();
  const { kind } = part.draft;
  const shared = { ...part, field: 'schedule.frequency' } as const;
  if (kind === 'minutes') return <TextField {...shared} of="every" label={t('prepare.form.every')} type="number" />;
  return (
    <>
      {kind === 'weekly' && (
        <SelectField {...shared} of="weekday" label={t('prepare.form.weekday')} options={numbered(weekdays)} />
      )}
      {kind === 'yearly' && (
        <SelectField {...shared} of="month" label={t('prepare.form.month')} options={numbered(months)} />
      )}
      {(kind === 'monthly' || kind === 'yearly') && (
        <TextField
          {...shared}
          of="day"
          label={t('prepare.form.day')}
          {...(kind === 'monthly' && Number(part.draft.day) > 28 && { hint: t('prepare.form.dayMissing') })}
          type="number"
        />
      )}
      <TextField {...shared} of="time" label={t('prepare.form.time')} type="time" />
    </>
  );
};

const ConfirmationTick = ({ draft, onChange }: FormPart): ReactNode => {
  const { t } = useTranslation();
  return (
    <Tick
      label={t('prepare.form.requestConfirmation')}
      hint={t('prepare.form.requestConfirmationHint')}
      checked={draft.requestConfirmation}
      onTick={(requestConfirmation) => onChange({ requestConfirmation })}
    />
  );
};

const Recurring = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const kinds = frequencyKinds.map((kind) => ({ value: kind, label: t(`prepare.form.kind.${kind}`) }));
  return (
    <div className="sub">
      <div className="pair2">
        <SelectField
          {...part}
          of="kind"
          field="schedule.frequency"
          label={t('prepare.form.frequency')}
          options={kinds}
        />
        <FrequencyFields {...part} />
        <ZoneField {...part} />
        <TextField
          {...part}
          of="startsOn"
          field="schedule.startsOn"
          label={t('prepare.form.startsOn')}
          type="datetime-local"
        />
        <TextField
          {...part}
          of="runs"
          field="schedule.runs"
          label={t('prepare.form.runs')}
          hint={t('prepare.form.optional')}
          type="number"
        />
        <TextField
          {...part}
          of="endsOn"
          field="schedule.endsOn"
          label={t('prepare.form.endsOn')}
          hint={t('prepare.form.optional')}
          type="datetime-local"
        />
      </div>
      <ConfirmationTick {...part} />
    </div>
  );
};

/** When messages go out, and whether somebody is asked before. */
export const ScheduleBlock = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { mode } = part.draft;
  return (
    <Tile title={t('prepare.schedule')}>
      <fieldset className="choice">
        <legend className="vh">{t('prepare.schedule')}</legend>
        {modes.map((candidate) => (
          <label key={candidate}>
            <input
              type="radio"
              name="mode"
              checked={mode === candidate}
              onChange={() => part.onChange({ mode: candidate })}
            />
            <span>{t(`prepare.mode.${candidate}`)}</span>
          </label>
        ))}
      </fieldset>
      {mode === 'onDate' && <OnDate {...part} />}
      {mode === 'recurring' && <Recurring {...part} />}
    </Tile>
  );
};
