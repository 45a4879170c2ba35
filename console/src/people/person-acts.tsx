import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { Invited, PoolPerson } from '../../../domain/people/manage-api.ts';
import type { Role } from '../../../domain/people/people.ts';
import { roles } from '../../../domain/people/roles.ts';
import { MailOutcome } from './invite.tsx';
import { PersonFields, type PersonDraft } from './person-fields.tsx';
import { Reasoned } from './reasoned.tsx';
import { usePeopleChange } from './use-people.ts';

type Props = { person: PoolPerson };

const pathOf = ({ sub }: PoolPerson, what?: string): string =>
  `/people/${encodeURIComponent(sub)}${what === undefined ? '' : `/${what}`}`;

const draftOf = ({ name, language, groups }: PoolPerson) => ({ name, language, groups });

const inOrder = (held: readonly Role[]): string => String(roles.filter((role) => held.includes(role)));

/** Only what was changed here: what others changed since the dialog opened stays. */
const changesTo = (seen: PersonDraft, draft: PersonDraft): Partial<PersonDraft> => ({
  ...(draft.name !== seen.name && { name: draft.name }),
  ...(draft.language !== seen.language && { language: draft.language }),
  ...(inOrder(draft.groups) !== inOrder(seen.groups) && { groups: draft.groups }),
});

const Change = ({ person }: Props): ReactNode => {
  const { _: t } = useLingui();
  const [seen, setSeen] = useState(draftOf(person));
  const [draft, setDraft] = useState(seen);
  const changing = usePeopleChange<PoolPerson>({ path: pathOf(person), method: 'put' });
  const { provider, rolesFrom } = person;
  const isSet = { name: provider !== null, roles: rolesFrom === 'provider' };
  return (
    <Reasoned
      label={t('people.change')}
      title={t('people.change.title', { name: person.name })}
      isBusy={changing.isPending}
      error={changing.error}
      onAct={(reason, close) => changing.mutate({ ...changesTo(seen, draft), reason }, { onSuccess: close })}
      onOpen={() => {
        setSeen(draftOf(person));
        setDraft(draftOf(person));
      }}
    >
      <p>{t('people.change.effect')}</p>
      {provider !== null && (
        <p>{t(isSet.roles ? 'people.provider.roles' : 'people.provider.name', { name: provider })}</p>
      )}
      <PersonFields draft={draft} isSet={isSet} onChange={(change) => setDraft({ ...draft, ...change })} />
    </Reasoned>
  );
};

/** Switches an account off, or on again. */
const Switch = ({ person }: Props): ReactNode => {
  const { _: t } = useLingui();
  const changing = usePeopleChange<PoolPerson>({ path: pathOf(person), method: 'put' });
  const act = person.state === 'disabled' ? 'enable' : 'disable';
  return (
    <Reasoned
      label={t(`people.${act}`)}
      title={t(`people.${act}.title`, { name: person.name })}
      isBusy={changing.isPending}
      error={changing.error}
      onAct={(reason, close) => changing.mutate({ enabled: act === 'enable', reason }, { onSuccess: close })}
    >
      <p>{t(`people.${act}.effect`)}</p>
    </Reasoned>
  );
};

const Act = ({ person, act, path }: Props & { act: 'remove' | 'mfa'; path: string }): ReactNode => {
  const { _: t } = useLingui();
  const { provider } = person;
  const doing = usePeopleChange<PoolPerson>({ path: pathOf(person, path) });
  return (
    <Reasoned
      label={t(`people.${act}`)}
      title={t(`people.${act}.title`, { name: person.name })}
      isBusy={doing.isPending}
      error={doing.error}
      onAct={(reason, close) => doing.mutate({ reason }, { onSuccess: close })}
    >
      <p>{provider === null ? t(`people.${act}.effect`) : t('people.provider.remove', { name: provider })}</p>
    </Reasoned>
  );
};

const InviteAgain = ({ person }: Props): ReactNode => {
  const { _: t } = useLingui();
  const inviting = usePeopleChange<Invited>({ path: pathOf(person, 'invitation') });
  return (
    <>
      <Reasoned
        label={t('people.again')}
        title={t('people.again.title', { name: person.name })}
        isBusy={inviting.isPending}
        error={inviting.error}
        onAct={(reason, close) => inviting.mutate({ reason }, { onSuccess: close })}
      >
        <p>{t('people.again.effect')}</p>
      </Reasoned>
      <MailOutcome invited={inviting.data} />
    </>
  );
};

/** All that can be done with one person. */
export const PersonActs = ({ person }: Props): ReactNode => (
  <div className="row">
    <Change person={person} />
    {person.state === 'invited' && <InviteAgain person={person} />}
    <Switch person={person} />
    {person.provider === null && <Act person={person} act="mfa" path="reset-mfa" />}
    <Act person={person} act="remove" path="remove" />
  </div>
);
