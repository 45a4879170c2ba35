import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Tile } from '../shell/tile.tsx';
import { Aggregation } from '../../../domain/model/aggregation.ts';
import { SelectField, TextField, Tick, type FormPart } from '../form/form-fields.tsx';
import { RowsField } from '../form/list-fields.tsx';
import { isUnasked } from '../form/draft-limits.ts';
import { useSession } from '../shell/session.tsx';
import { FrequencyFields } from './frequency-fields.tsx';
import { Holidays } from './holidays.tsx';
import { SchedulePreview } from './schedule-preview.tsx';
import { SpreadFields } from './spread-fields.tsx';
import { ValidityFields } from './validity-fields.tsx';
import { ZoneField } from './zone-field.tsx';

const modes = ['onceConfirmed', 'onDate', 'recurring'] as const;

const OnDate = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  return (
    <div className="sub pair2">
      <TextField
        {...part}
        of="startSendingFrom"
        field="schedule.startSendingFrom"
        label={t('prepare.form.startSendingFrom')}
        type="datetime-local"
      />
      <ZoneField {...part} of="zone" field="schedule.zone" label={t('prepare.form.zone')} />
    </div>
  );
};

/** Whether each run of a series is confirmed; of one that is to ask nobody, by how many messages it is bound. */
const Confirmation = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const { draft, onChange } = part;
  const isGathered = draft.aggregation !== 'none';
  if (me.policy.unaskedSeries === 'forbidden' && !isUnasked(draft))
    return <p className="small muted">{t('prepare.form.unaskedForbidden')}</p>;
  return (
    <>
      <Tick
        label={t('prepare.form.requestConfirmation')}
        hint={t(isGathered ? 'prepare.form.aggregationAsks' : 'prepare.form.requestConfirmationHint')}
        checked={draft.requestConfirmation && !isGathered}
        disabled={isGathered}
        onTick={(requestConfirmation) => onChange({ requestConfirmation })}
      />
      {isUnasked(draft) && (
        <TextField
          {...part}
          of="mostUnasked"
          field="checkLimits.mostUnasked"
          label={t('prepare.form.mostUnasked')}
          hint={t('prepare.form.mostUnaskedHint')}
          type="number"
        />
      )}
    </>
  );
};

const Recurring = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { draft, wrong, onChange } = part;
  return (
    <div className="sub">
      <FrequencyFields {...part} />
      <div className="pair2">
        <ZoneField {...part} of="zone" field="schedule.zone" label={t('prepare.form.zone')} />
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
      <RowsField
        field="schedule.except"
        wrong={wrong}
        legend={t('prepare.form.except')}
        type="date"
        rows={draft.except}
        rowName={(n) => t('prepare.form.exceptDay', { n })}
        removeName={(n) => t('prepare.form.removeDay', { n })}
        add={t('prepare.form.addExcept')}
        onRows={(except) => onChange({ except })}
      />
      <Holidays {...part} />
      <SelectField
        {...part}
        of="missed"
        field="schedule.missed"
        label={t('prepare.form.missed')}
        hint={t('prepare.form.missedHint')}
        options={(['skip', 'once'] as const).map((value) => ({ value, label: t(`prepare.form.missed.${value}`) }))}
      />
      <SelectField
        {...part}
        of="aggregation"
        field="schedule.aggregation"
        label={t('prepare.form.aggregation')}
        hint={t('prepare.form.aggregationHint')}
        options={Aggregation.options.map((value) => ({ value, label: t(`prepare.form.aggregation.${value}`) }))}
      />
      <Confirmation {...part} />
    </div>
  );
};

/** When messages go out, and whether somebody is asked before. */
export const ScheduleBlock = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
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
      <SpreadFields {...part} />
      <ValidityFields {...part} />
      {mode !== 'onceConfirmed' && <SchedulePreview draft={part.draft} />}
    </Tile>
  );
};
