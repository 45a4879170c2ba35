import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { switchableRules, type SwitchableRule } from '../../../domain/model/audience-rules.ts';
import { Tile } from '../shell/tile.tsx';
import { TextField, Tick, type FormPart } from '../form/form-fields.tsx';

const RuleTick = ({ rule, draft, onChange }: FormPart & { rule: SwitchableRule }): ReactNode => {
  const { _: t } = useLingui();
  const others = draft.off.filter((off) => off !== rule);
  return (
    <Tick
      label={t(`prepare.cause.${rule}`)}
      checked={!draft.off.includes(rule)}
      onTick={(isOn) => onChange({ off: isOn ? others : [...others, rule] })}
    />
  );
};

/** Who of the list is left out: rules that are on by themselves, and those that need a value. */
export const RulesBlock = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const optional = t('prepare.form.optional');
  return (
    <Tile title={t('prepare.rules')}>
      <fieldset>
        <legend>{t('prepare.rules.leaveOut')}</legend>
        {switchableRules.map((rule) => (
          <RuleTick key={rule} rule={rule} {...part} />
        ))}
        <Tick
          label={t('prepare.cause.notRenderable')}
          hint={t('prepare.rules.notRenderableHint')}
          checked={part.draft.leavesOutNotRenderable}
          onTick={(leavesOutNotRenderable) => part.onChange({ leavesOutNotRenderable })}
        />
      </fieldset>
      <TextField
        {...part}
        of="excludedDomains"
        field="rules.excludedDomains"
        label={t('prepare.rules.domains')}
        hint={t('prepare.rules.domainsHint')}
        rows={2}
      />
      <div className="pair2">
        <TextField
          {...part}
          of="fatigueMessages"
          field="rules.fatigue"
          label={t('prepare.rules.fatigueMessages')}
          hint={t('prepare.rules.fatigueHint')}
          type="number"
        />
        <TextField
          {...part}
          of="fatigueDays"
          field="rules.fatigue"
          label={t('prepare.rules.fatigueDays')}
          type="number"
        />
      </div>
      <TextField
        {...part}
        of="controlPercent"
        field="rules.controlPercent"
        label={t('prepare.rules.control')}
        hint={t('prepare.rules.controlHint')}
        type="number"
      />
      <TextField
        {...part}
        of="sizeLimit"
        field="rules.sizeLimit"
        label={t('prepare.rules.size')}
        hint={optional}
        type="number"
      />
    </Tile>
  );
};
