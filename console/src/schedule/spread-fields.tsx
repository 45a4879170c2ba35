import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { rampDays } from '../../../domain/model/ramp.ts';
import { RampSplit } from '../../../domain/model/waves.ts';
import { rampOf, spreadWaysOf } from '../form/draft-spread.ts';
import { SelectField, TextField, type FormPart } from '../form/form-fields.tsx';
import { useFormat } from '../shell/format.ts';
import { AbTestFields } from './ab-test-fields.tsx';
import { ZoneField } from './zone-field.tsx';

const WaveFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
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

const FIRST_DAYS = 7;

/** What the first days come to, as long as the two numbers are ones. */
const RampDays = ({ draft }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { data: ramp } = RampSplit.safeParse(rampOf(draft));
  if (!ramp) return null;
  const days = rampDays(ramp);
  const sum = days.reduce((all, size) => all + size, 0);
  const first = days.slice(0, FIRST_DAYS).map(number).join(', ');
  return <p className="small">{t('prepare.form.rampDays', { first, days: number(days.length), sum: number(sum) })}</p>;
};

const RampFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const field = 'schedule.waves';
  return (
    <>
      <TextField
        {...part}
        of="rampFirst"
        field={field}
        label={t('prepare.form.rampFirst')}
        hint={t('prepare.form.rampFirstHint')}
        type="number"
      />
      <TextField {...part} of="rampGrowth" field={field} label={t('prepare.form.rampGrowth')} type="number" />
      <RampDays {...part} />
    </>
  );
};

const RecipientZoneFields = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
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
  const { _: t } = useLingui();
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
      {(shown === 'share' || shown === 'number' || shown === 'field') && <WaveFields {...part} />}
      {shown === 'ramp' && <RampFields {...part} />}
      {shown === 'abTest' && <AbTestFields {...part} />}
      {shown === 'zone' && <RecipientZoneFields {...part} />}
    </div>
  );
};
