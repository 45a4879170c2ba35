import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import type { ProfileBatchReport } from '../../../domain/audience/profile-rows.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { listsIn } from './profile-draft.ts';

type Refused = ProfileBatchReport['rejections'][number];

const Refusal = ({ refused: { code, facts } }: { refused: Refused }): ReactNode => {
  const { _: t } = useLingui();
  const shown = {
    columns: '–',
    header: '–',
    bytes: '–',
    most: String(facts['most'] ?? '–'),
    date: '–',
    name: '–',
    into: String(facts['into'] ?? '–'),
  };
  return <b className="wrong">{t(`prepare.import.cause.${code}`, shown)}</b>;
};

const useAdd = () => {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (row: { address: string; lists: string[] }) =>
      api.post<ProfileBatchReport>('/profiles', { profiles: [row] }),
    onSuccess: async ({ profiles: [added] }) => {
      if (!added) return;
      await queries.invalidateQueries();
      await navigate(`/profiles/${encodeURIComponent(added.id)}`);
    },
  });
};

/** Adds one person; what else is known of them is added on their page. */
export const AddProfile = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const id = useId();
  const [address, setAddress] = useState('');
  const [lists, setLists] = useState('');
  const adding = useAdd();
  if (!may(me, 'prepare')) return null;
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    adding.mutate({ address: address.trim(), lists: listsIn(lists) });
  };
  const [refused] = adding.data?.rejections ?? [];
  return (
    <Disclosure summary={t('audience.add')}>
      <form className="form inset" onSubmit={add}>
        <div className="lab">
          <label htmlFor={`${id}-address`}>{t('track.address')}</label>
          <input
            id={`${id}-address`}
            className="input"
            type="email"
            required
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        </div>
        <div className="lab">
          <label htmlFor={`${id}-lists`}>{t('track.profile.lists')}</label>
          <input
            id={`${id}-lists`}
            className="input"
            value={lists}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setLists(target.value)}
          />
          <span id={`${id}-hint`}>{t('audience.edit.listsHint')}</span>
        </div>
        <div className="row">
          <button className="btn slim" type="submit" disabled={adding.isPending}>
            {t('audience.add.do')}
          </button>
        </div>
        {refused && <Refusal refused={refused} />}
        <ProblemNote error={adding.error} />
      </form>
    </Disclosure>
  );
};
