import type { ReactNode } from 'react';
import { SelectField, type FieldProps } from '../form/form-fields.tsx';

/** One of the zones that the browser knows. */
export const ZoneField = (props: FieldProps): ReactNode => {
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', props.draft[props.of]])];
  return <SelectField {...props} options={zones.map((value) => ({ value, label: value }))} />;
};
