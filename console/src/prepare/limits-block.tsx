import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tile } from '../shell/tile.tsx';
import { TextField, Tick, type FormPart } from '../form/form-fields.tsx';
import { useCalendarNames } from '../shell/schedule-text.ts';

const Days = ({ draft, wrong, onChange }: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { weekdays } = useCalendarNames();
  const { windowDays } = draft;
  const isWrong = wrong.includes('checkLimits.sendWindow.days');
  return (
    <fieldset className="days">
      <legend>{t('prepare.limits.days')}</legend>
      {weekdays.map((name, index) => {
        const day = index + 1;
        const others = windowDays.filter((other) => other !== day);
        return (
          <Tick
            key={name}
            label={name}
            checked={windowDays.includes(day)}
            isWrong={isWrong}
            onTick={(isOn) => onChange({ windowDays: isOn ? [...others, day] : others })}
          />
        );
      })}
      {isWrong && <b className="wrong">{t('prepare.wrong.checkLimits.sendWindow.days')}</b>}
    </fieldset>
  );
};

const Window = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { draft, onChange } = part;
  return (
    <div className="sub">
      <Days {...part} />
      <div className="pair2">
        <TextField
          {...part}
          of="windowFrom"
          field="checkLimits.sendWindow.from"
          label={t('prepare.limits.from')}
          type="time"
        />
        <TextField
          {...part}
          of="windowTo"
          field="checkLimits.sendWindow.to"
          label={t('prepare.limits.to')}
          hint={t('prepare.limits.zone', { zone: draft.zone })}
          type="time"
        />
      </div>
      <Tick
        label={t('prepare.limits.blocks')}
        checked={draft.windowBlocks}
        onTick={(windowBlocks) => onChange({ windowBlocks })}
      />
    </div>
  );
};

/** From where on the preparation warns: hours that are allowed, and how far the audience may jump. */
export const LimitsBlock = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { draft, onChange } = part;
  return (
    <Tile title={t('prepare.limits')} footer={t('prepare.limits.tightens')}>
      <Tick
        label={t('prepare.limits.window')}
        checked={draft.hasWindow}
        onTick={(hasWindow) => onChange({ hasWindow })}
      />
      {draft.hasWindow && <Window {...part} />}
      <TextField
        {...part}
        of="audienceChange"
        field="checkLimits.audienceChangePercent"
        label={t('prepare.limits.audienceChange')}
        hint={t('prepare.form.optional')}
        type="number"
      />
    </Tile>
  );
};
