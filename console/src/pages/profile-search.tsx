import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Link } from 'react-router';
import type { FoundProfiles } from '../../../domain/audience/profile-routes.ts';
import { isAddress } from '../../../domain/model/address.ts';
import { AddProfile } from '../audience/add-profile.tsx';
import { NameSearch } from '../audience/name-search.tsx';
import { useApi } from '../shell/api.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { UnmatchedEventTiles } from '../track/unmatched-events.tsx';
import { Why } from '../track/why.tsx';

const Matches = ({ address }: { address: string }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['profiles', address],
    queryFn: async () => api.get<FoundProfiles>(`/profiles/search?q=${encodeURIComponent(address)}`),
  });
  if (!data) return <ProblemNote error={error} />;
  const { items, isCut } = data;
  return (
    <div role="status">
      <p>{items.length === 0 ? t('track.search.none') : t('track.search.found', { count: items.length })}</p>
      <ul>
        {items.map((profile) => (
          <li key={profile.id}>
            <Link to={`/profiles/${encodeURIComponent(profile.id)}`}>
              {profile.address} · {profile.id}
            </Link>
          </li>
        ))}
      </ul>
      {isCut && <p className="small muted">{t('track.search.cut')}</p>}
    </div>
  );
};

/** Finds profiles by the beginning of their address, however it is spelled, or by their id. */
export const ProfileSearch = (): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [address, setAddress] = useState('');
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAddress(typed.trim());
  };
  return (
    <Page title={t('shell.profiles')} heading>
      <Tile title={t('track.search')}>
        <form className="row" role="search" onSubmit={search}>
          <label htmlFor={id}>{t('track.search.address')}</label>
          <input
            id={id}
            className="input"
            type="search"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <button className="btn" type="submit">
            {t('track.search.go')}
          </button>
        </form>
        {address !== '' && <Matches address={address} />}
        <NameSearch />
        <AddProfile />
        <p className="small">
          <Link to="/suppressions">{t('track.suppressions')}</Link>
        </p>
      </Tile>
      {address === '' && <UnmatchedEventTiles />}
      {isAddress(address) && <Why address={address} />}
    </Page>
  );
};
