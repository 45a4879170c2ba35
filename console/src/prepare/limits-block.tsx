import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Tile } from '../shell/tile.tsx';
import { TextField, Tick, type FormPart } from '../form/form-fields.tsx';
import { NumberTicks } from '../form/list-fields.tsx';
import { useCalendarNames } from '../shell/use-calendar-names.ts';

const Window = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { weekdays } = useCalendarNames();
  const { draft, wrong, onChange } = part;
  return (
    <div className="sub">
      <NumberTicks
        field="checkLimits.sendWindow.days"
        wrong={wrong}
        legend={t('prepare.limits.days')}
        names={weekdays}
        chosen={draft.windowDays}
        onChoose={(windowDays) => onChange({ windowDays })}
      />
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
  const { _: t } = useLingui();
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
