import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, type FormPart } from '../form/form-fields.tsx';

/** The zone in which the times of a schedule are meant. */
export const ZoneField = (part: FormPart): ReactNode => {
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
