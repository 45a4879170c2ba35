import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Policy } from '../../../domain/model/policy.ts';
import { useFormat } from '../shell/format.ts';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { SelectField, TextField, Tick, type FormPart } from '../form/form-fields.tsx';

/** What holds for the whole stage, in words. */
const useStageText = (): ((policy: Policy) => string[]) => {
  const { _: t } = useLingui();
  const { number, duration, allOf } = useFormat();
  return (policy) => [
    t('prepare.policy.here.approvals', { count: policy.approvals, n: number(policy.approvals) }),
    ...(policy.training ? [t('prepare.policy.here.training')] : []),
    ...(policy.fourEyes && !policy.training ? [t('prepare.policy.here.fourEyes')] : []),
    ...(policy.extraAbove === null ? [] : [t('prepare.policy.here.extraAbove', { n: number(policy.extraAbove) })]),
    t('prepare.policy.here.deadline', { duration: duration(policy.deadlineSeconds * 1000) }),
    policy.remindAt.length === 0
      ? t('prepare.policy.here.noReminders')
      : t('prepare.policy.here.reminders', { percents: allOf(policy.remindAt.map((percent) => `${percent} %`)) }),
    ...(policy.escalateTo === null ? [] : [t('prepare.policy.here.escalateTo', { group: policy.escalateTo })]),
    t(`prepare.policy.here.${policy.unanswered}`),
  ];
};

/** The stage's own rule first, then what a campaign may choose. */
const orAsHere = <T extends string>(asHere: string, values: readonly T[], labelOf: (value: T) => string) => [
  { value: '', label: asHere },
  ...values.map((value) => ({ value, label: labelOf(value) })),
];

const FourEyes = ({ draft, onChange, isFixed }: FormPart & { isFixed: boolean }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Tick
      label={t('prepare.policy.fourEyes')}
      hint={t(isFixed ? 'prepare.policy.fourEyesFixed' : 'prepare.policy.fourEyesHint')}
      checked={isFixed || draft.fourEyes === true}
      disabled={isFixed}
      onTick={(isOn) => onChange({ fourEyes: isOn ? true : undefined })}
    />
  );
};

const Asked = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const shared = { ...part, field: 'policy.ask' } as const;
  const kinds = orAsHere(t('prepare.policy.asHere'), ['group', 'people'] as const, (value) =>
    t(`prepare.policy.ask.${value}`),
  );
  return (
    <>
      <SelectField {...shared} of="asked" label={t('prepare.policy.ask')} options={kinds} />
      {part.draft.asked === 'group' && (
        <TextField {...shared} of="askedGroup" label={t('prepare.policy.group')} hint={t('prepare.policy.askHint')} />
      )}
      {part.draft.asked === 'people' && (
        <TextField
          {...shared}
          of="askedPeople"
          label={t('prepare.policy.people')}
          hint={t('prepare.policy.askHint')}
          rows={3}
        />
      )}
    </>
  );
};

const Reminded = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const shared = { ...part, field: 'policy.remindAt' } as const;
  const options = orAsHere(t('prepare.policy.asHere'), ['at', 'never'] as const, (value) =>
    t(`prepare.policy.reminded.${value}`),
  );
  return (
    <>
      <SelectField {...shared} of="reminded" label={t('prepare.policy.reminded')} options={options} />
      {part.draft.reminded === 'at' && (
        <TextField
          {...shared}
          of="remindAt"
          label={t('prepare.policy.remindAt')}
          hint={t('prepare.policy.remindAtHint')}
        />
      )}
    </>
  );
};

const Unanswered = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const options = orAsHere(t('prepare.policy.asHere'), ['skip', 'hold'] as const, (value) =>
    t(`prepare.policy.unanswered.${value}`),
  );
  return (
    <SelectField
      {...part}
      of="unanswered"
      field="policy.unanswered"
      label={t('prepare.policy.unanswered')}
      options={options}
    />
  );
};

/** How this campaign's runs are confirmed: what holds here anyway, and what the campaign asks for beyond it. */
export const PolicyBlock = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { policy } = useSession().me;
  const stageText = useStageText();
  const optional = t('prepare.form.optional');
  return (
    <Tile title={t('prepare.policy')} footer={t('prepare.policy.tightens')}>
      <p>{t('prepare.policy.here')}</p>
      <ul className="small dotted">
        {stageText(policy).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <TextField
        {...part}
        of="approvals"
        field="policy.approvals"
        label={t('prepare.policy.approvals')}
        hint={t('prepare.policy.approvalsHint', { n: policy.approvals })}
        type="number"
      />
      <FourEyes {...part} isFixed={policy.fourEyes} />
      <TextField
        {...part}
        of="extraAbove"
        field="policy.extraAbove"
        label={t('prepare.policy.extraAbove')}
        hint={optional}
        type="number"
      />
      <Asked {...part} />
      <TextField
        {...part}
        of="deadlineHours"
        field="policy.deadlineSeconds"
        label={t('prepare.policy.deadline')}
        hint={optional}
        type="number"
      />
      <Reminded {...part} />
      <TextField
        {...part}
        of="escalateTo"
        field="policy.escalateTo"
        label={t('prepare.policy.escalateTo')}
        hint={t('prepare.policy.escalateToHint')}
      />
      <Unanswered {...part} />
    </Tile>
  );
};
