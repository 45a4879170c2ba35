import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { SelectField, TextField, type FormPart } from '../form/form-fields.tsx';

/** Who is in the test of the variants, and when and by what it is decided. */
export const AbTestFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const field = 'schedule.abTest';
  const isShare = part.draft.abShareBy === 'percent';
  return (
    <>
      <SelectField
        {...part}
        of="abShareBy"
        field={field}
        label={t('prepare.form.abShareBy')}
        options={(['percent', 'number'] as const).map((value) => ({
          value,
          label: t(`prepare.form.abShareBy.${value}`),
        }))}
      />
      <TextField
        {...part}
        of={isShare ? 'abPercent' : 'abPeople'}
        field={field}
        label={t(isShare ? 'prepare.form.abPercent' : 'prepare.form.abPeople')}
        hint={t(isShare ? 'prepare.form.abPercentHint' : 'prepare.form.abPeopleHint')}
        type="number"
      />
      <SelectField
        {...part}
        of="abDecideBy"
        field={field}
        label={t('prepare.form.abDecideBy')}
        options={(['clicks', 'opens'] as const).map((value) => ({ value, label: t(`abTest.${value}`) }))}
      />
      <TextField
        {...part}
        of="abHours"
        field={field}
        label={t('prepare.form.abHours')}
        hint={t('prepare.form.abHoursHint')}
        type="number"
      />
    </>
  );
};
