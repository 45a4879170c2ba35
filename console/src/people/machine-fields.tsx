import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import { machineScopes, type MachineScope } from '../../../domain/people/machine-scope.ts';

/** What an administrator enters about a machine. */
export type MachineDraft = { name: string; scopes: MachineScope[] };

type Props = { draft: MachineDraft; onChange: (draft: MachineDraft) => void };

/** Name, and what it may do. */
export const MachineFields = ({ draft, onChange }: Props): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const tick = (scope: MachineScope, isOn: boolean): void =>
    onChange({
      ...draft,
      scopes: machineScopes.filter((each) => (each === scope ? isOn : draft.scopes.includes(each))),
    });
  return (
    <>
      <div className="lab">
        <label htmlFor={`${id}-name`}>{t('machines.name')}</label>
        <input
          id={`${id}-name`}
          className="input"
          required
          maxLength={100}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          value={draft.name}
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
        />
        <small id={`${id}-hint`}>{t('machines.nameHint')}</small>
      </div>
      <fieldset>
        <legend>{t('machines.scopes')}</legend>
        {machineScopes.map((scope) => (
          <label className="tick" key={scope}>
            <input
              type="checkbox"
              checked={draft.scopes.includes(scope)}
              onChange={({ target }) => tick(scope, target.checked)}
            />
            <span>{t(`machines.scope.${scope}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
};
