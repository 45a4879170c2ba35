import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spreadWaysOf } from '../form/draft-spread.ts';
import { SelectField, TextField, type FormPart } from '../form/form-fields.tsx';
import { AbTestFields } from './ab-test-fields.tsx';
import { ZoneField } from './zone-field.tsx';

const WaveFields = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { spreadBy } = part.draft;
  const field = 'schedule.waves';
  return (
    <>
      {spreadBy === 'share' && (
        <TextField
          {...part}
          of="waveShares"
          field={field}
          label={t('prepare.form.waveShares')}
          hint={t('prepare.form.waveSharesHint')}
        />
      )}
      {spreadBy === 'number' && (
        <TextField
          {...part}
          of="waveNumbers"
          field={field}
          label={t('prepare.form.waveNumbers')}
          hint={t('prepare.form.waveNumbersHint')}
        />
      )}
      {spreadBy === 'field' && (
        <>
          <TextField {...part} of="waveAttribute" field={field} label={t('prepare.form.waveAttribute')} />
          <TextField
            {...part}
            of="waveValues"
            field={field}
            label={t('prepare.form.waveValues')}
            hint={t('prepare.form.waveValuesHint')}
          />
        </>
      )}
      <TextField
        {...part}
        of="waveGap"
        field={field}
        label={t('prepare.form.waveGap')}
        hint={t('prepare.form.waveGapHint')}
        type="number"
      />
    </>
  );
};

const RecipientZoneFields = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const field = 'schedule.recipientZone';
  return (
    <>
      <TextField
        {...part}
        of="zoneAttribute"
        field={field}
        label={t('prepare.form.zoneAttribute')}
        hint={t('prepare.form.zoneAttributeHint')}
      />
      <ZoneField {...part} of="zoneDefault" field={field} label={t('prepare.form.zoneDefault')} />
      <SelectField
        {...part}
        of="zonePassed"
        field={field}
        label={t('prepare.form.zonePassed')}
        hint={t('prepare.form.zonePassedHint')}
        options={(['atOnce', 'leaveOut'] as const).map((value) => ({
          value,
          label: t(`prepare.form.zonePassed.${value}`),
        }))}
      />
    </>
  );
};

/** Whether all go out together, or in which parts. */
export const SpreadFields = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { mode, spreadBy } = part.draft;
  const offered = spreadWaysOf(mode);
  const shown = offered.includes(spreadBy) ? spreadBy : 'none';
  return (
    <div className="sub pair2">
      <SelectField
        {...part}
        draft={{ ...part.draft, spreadBy: shown }}
        of="spreadBy"
        field="schedule.waves"
        label={t('prepare.form.spreadBy')}
        options={offered.map((value) => ({ value, label: t(`prepare.form.spreadBy.${value}`) }))}
      />
      {shown === 'abTest' && <AbTestFields {...part} />}
      {shown !== 'none' && shown !== 'zone' && shown !== 'abTest' && <WaveFields {...part} />}
      {shown === 'zone' && <RecipientZoneFields {...part} />}
    </div>
  );
};
