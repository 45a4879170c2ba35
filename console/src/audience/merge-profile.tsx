import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { Disclosure } from '../shell/disclosure.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { choicesOf } from './merge-choices.ts';

type Asked = { profile: Profile; other: Profile; onClose: () => void };

/** What becomes of both, and which values are taken of the other one. */
const Confirm = ({ profile, other, onClose }: Asked): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const [taken, setTaken] = useState<readonly string[]>([]);
  const merging = useMutation({
    mutationFn: async () =>
      api.post<ProfileDetail>(`/profiles/${encodeURIComponent(profile.id)}/merge`, { other: other.id, take: taken }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
  });
  const choices = choicesOf(profile, other);
  const toggle = (name: string): void =>
    setTaken(taken.includes(name) ? taken.filter((one) => one !== name) : [...taken, name]);
  const act = (
    <button className="btn danger" type="button" disabled={merging.isPending} onClick={() => merging.mutate()}>
      {t('audience.merge.do')}
    </button>
  );
  return (
    <Ask isOpen onClose={onClose} title={t('audience.merge.title')} cancel={t('audience.merge.keep')} act={act}>
      <p>{t('audience.merge.effect', { own: profile.address || profile.id, other: other.address || other.id })}</p>
      {choices.length > 0 && (
        <fieldset>
          <legend>{t('audience.merge.choose')}</legend>
          {choices.map(({ name, own, other: value }) => (
            <label key={name} className="check">
              <input type="checkbox" checked={taken.includes(name)} onChange={() => toggle(name)} />
              {t('audience.merge.take', { name, own, other: value })}
            </label>
          ))}
        </fieldset>
      )}
      <ProblemNote error={merging.error} />
    </Ask>
  );
};

/** Merges another profile of the same person into this one. */
export const MergeProfile = ({ profile }: { profile: Profile }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const api = useApi();
  const id = useId();
  const [typed, setTyped] = useState('');
  const finding = useMutation({
    mutationFn: async () => api.get<ProfileDetail>(`/profiles/${encodeURIComponent(typed.trim())}`),
  });
  if (!may(me, 'manageAudience') || profile.erasedAt !== undefined) return null;
  const find = (event: SyntheticEvent): void => {
    event.preventDefault();
    finding.mutate();
  };
  return (
    <Disclosure summary={t('audience.merge')}>
      <form className="form inset" onSubmit={find}>
        <div className="lab">
          <label htmlFor={id}>{t('audience.merge.other')}</label>
          <input
            id={id}
            className="input"
            required
            value={typed}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setTyped(target.value)}
          />
          <span id={`${id}-hint`}>{t('audience.merge.otherHint')}</span>
        </div>
        <div className="row">
          <button className="btn slim" type="submit" disabled={finding.isPending}>
            {t('audience.merge.look')}
          </button>
        </div>
        <ProblemNote error={finding.error} />
      </form>
      {finding.data && <Confirm profile={profile} other={finding.data.profile} onClose={() => finding.reset()} />}
    </Disclosure>
  );
};
