import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { WrittenProfile, ProfileFields } from '../../../domain/audience/profile-rows.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { changesOf, draftOf, type ProfileDraft } from './profile-draft.ts';

type FieldProps = { label: string; value: string; hint?: string; onChange: (value: string) => void };

const Field = ({ label, value, hint, onChange }: FieldProps): ReactNode => {
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint !== undefined && <span id={`${id}-hint`}>{hint}</span>}
    </div>
  );
};

type DraftProps = { draft: ProfileDraft; onChange: (change: Partial<ProfileDraft>) => void };

const Fields = ({ draft, onChange }: DraftProps): ReactNode => {
  const { _: t } = useLingui();
  const { attributes, address, lists, newName, newValue } = draft;
  return (
    <>
      <Field label={t('track.address')} value={address} onChange={(text) => onChange({ address: text })} />
      <Field
        label={t('track.profile.lists')}
        hint={t('audience.edit.listsHint')}
        value={lists}
        onChange={(text) => onChange({ lists: text })}
      />
      {Object.entries(attributes).map(([name, value]) => (
        <Field
          key={name}
          label={name}
          value={value}
          onChange={(text) => onChange({ attributes: { ...attributes, [name]: text } })}
        />
      ))}
      <Field label={t('audience.edit.newName')} value={newName} onChange={(text) => onChange({ newName: text })} />
      <Field label={t('audience.edit.newValue')} value={newValue} onChange={(text) => onChange({ newValue: text })} />
    </>
  );
};

/** What was known stays an attribute; of a new one the rules of an import decide what it says. */
const useSave = (profile: Profile, onSaved: () => void) => {
  const api = useApi();
  const queries = useQueryClient();
  const known = Object.keys(profile.attributes).join(',');
  const path = `/profiles/${encodeURIComponent(profile.id)}?asAttribute=${encodeURIComponent(known)}`;
  return useMutation({
    mutationFn: async (changes: ProfileFields) => api.put<WrittenProfile>(path, changes),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onSaved();
    },
  });
};

const EditForm = ({ profile, close }: { profile: Profile; close: () => void }): ReactNode => {
  const { _: t } = useLingui();
  const [draft, setDraft] = useState(() => draftOf(profile));
  const saving = useSave(profile, close);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.mutate(changesOf(profile, draft));
  };
  return (
    <form className="form" onSubmit={save}>
      <Fields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      <div className="row">
        <button className="btn slim primary" type="submit" disabled={saving.isPending}>
          {t('audience.edit.save')}
        </button>
        <button className="btn slim" type="button" onClick={close}>
          {t('audience.edit.cancel')}
        </button>
      </div>
      <ProblemNote error={saving.error} />
    </form>
  );
};

/** Changes what is known of a person; an opt-out stays whatever is written here. */
export const EditProfile = ({ profile }: { profile: Profile }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const [isOpen, open] = useState(false);
  if (!may(me, 'prepare') || profile.erasedAt !== undefined) return null;
  return (
    <Tile title={t('audience.edit')}>
      {isOpen ? (
        <EditForm profile={profile} close={() => open(false)} />
      ) : (
        <button className="btn slim" type="button" onClick={() => open(true)}>
          {t('audience.edit.do')}
        </button>
      )}
    </Tile>
  );
};
