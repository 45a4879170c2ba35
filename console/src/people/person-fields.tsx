import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import type { Role } from '../../../domain/people/people.ts';
import { roles } from '../../../domain/people/roles.ts';
import { LanguageField } from './language-field.tsx';

/** What an administrator enters about somebody. */
export type PersonDraft = { name: string; language: 'en' | 'de'; groups: Role[] };

type Props = {
  draft: PersonDraft;
  onChange: (change: Partial<PersonDraft>) => void;
  /** What is set where the person signs in, and not here. */
  isSet?: { name: boolean; roles: boolean };
};

/** Roles in their fixed order, whatever the order of the clicks. */
const withRole = (held: readonly Role[], role: Role, isOn: boolean): Role[] =>
  roles.filter((each) => (each === role ? isOn : held.includes(each)));

/** Name, language of the mails, and roles. */
export const PersonFields = ({ draft, onChange, isSet = { name: false, roles: false } }: Props): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <>
      <div className="lab">
        <label htmlFor={`${id}-name`}>{t('people.name')}</label>
        <input
          id={`${id}-name`}
          className="input"
          required
          maxLength={100}
          disabled={isSet.name}
          value={draft.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </div>
      <LanguageField
        label={t('people.language')}
        language={draft.language}
        onChange={(language) => onChange({ language })}
      />
      <fieldset disabled={isSet.roles}>
        <legend>{t('people.roles')}</legend>
        {roles.map((role) => (
          <label className="tick" key={role}>
            <input
              type="checkbox"
              checked={draft.groups.includes(role)}
              onChange={({ target }) => onChange({ groups: withRole(draft.groups, role, target.checked) })}
            />
            <span>
              {t(`shell.role.${role}`)}
              <small>{t(`people.role.${role}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
};
