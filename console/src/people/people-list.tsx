import { useLingui } from '@lingui/react';
import { useId, useState, type ReactNode } from 'react';
import type { PoolPerson } from '../../../domain/people/manage-api.ts';
import type { PoolPersonPage } from '../../../domain/people/manage-routes.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { useLog } from '../shell/use-log.ts';
import { Waiting } from '../shell/waiting.tsx';
import { Invite } from './invite.tsx';
import { PersonActs } from './person-acts.tsx';

const Entry = ({ person }: { person: PoolPerson }): ReactNode => {
  const { _: t } = useLingui();
  const { allOf, dateTime } = useFormat();
  const { name, address, groups, state, provider, changedAt } = person;
  const roles = groups.map((role) => t(`shell.role.${role}`));
  return (
    <li>
      <p>
        <b>{name || address}</b> · {t(`people.state.${state}`)}
      </p>
      <p className="small muted">
        {address} · {roles.length === 0 ? t('shell.noRole') : allOf(roles)} · {t(`people.language.${person.language}`)}
        {provider !== null && ` · ${t('people.provider', { name: provider })}`}
        {changedAt !== null && ` · ${t('people.changedAt', { at: dateTime(changedAt) })}`}
      </p>
      <PersonActs person={person} />
    </li>
  );
};

const isMeant = ({ name, address }: PoolPerson, typed: string): boolean =>
  [name, address].some((text) => text.toLowerCase().includes(typed.trim().toLowerCase()));

/** Everybody in the user pool; the rest is fetched on demand. */
export const PeopleList = (): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const [typed, setTyped] = useState('');
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useLog<PoolPersonPage>('/people');
  const shown = data?.filter((person) => isMeant(person, typed)) ?? [];
  return (
    <Tile title={t('people.list')}>
      <Invite />
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <div className="lab">
            <label htmlFor={id}>{t('people.search')}</label>
            <input
              id={id}
              className="input"
              type="search"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
          {shown.length === 0 && <p className="muted">{t('people.none')}</p>}
          <ul className="people">
            {shown.map((person) => (
              <Entry key={person.sub} person={person} />
            ))}
          </ul>
          {hasNextPage && (
            <button
              className="btn slim"
              type="button"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('shell.log.more')}
            </button>
          )}
        </>
      )}
    </Tile>
  );
};
