import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { SelectField, TextField, type FormPart } from '../form/form-fields.tsx';
import { ZoneField } from './zone-field.tsx';

const ways = ['none', 'time', 'hours'] as const;

/** Until when the messages are valid. */
export const ValidityFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { mode, validBy } = part.draft;
  const offered = ways.filter((way) => way !== 'time' || mode !== 'recurring');
  const shown = offered.includes(validBy) ? validBy : 'hours';
  return (
    <div className="sub pair2">
      <SelectField
        {...part}
        draft={{ ...part.draft, validBy: shown }}
        of="validBy"
        field="schedule.validity"
        label={t('prepare.form.validBy')}
        hint={t('prepare.form.validHint')}
        options={offered.map((value) => ({ value, label: t(`prepare.form.validBy.${value}`) }))}
      />
      {shown === 'time' && (
        <TextField
          {...part}
          of="validUntil"
          field="schedule.validity"
          label={t('prepare.form.validUntil')}
          type="datetime-local"
        />
      )}
      {shown === 'hours' && (
        <TextField
          {...part}
          of="validHours"
          field="schedule.validity"
          label={t('prepare.form.validHours')}
          type="number"
        />
      )}
      {shown === 'time' && mode === 'onceConfirmed' && (
        <ZoneField {...part} of="zone" field="schedule.zone" label={t('prepare.form.zone')} />
      )}
    </div>
  );
};
