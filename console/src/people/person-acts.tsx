import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Invited, PoolPerson } from '../../../domain/people/manage-api.ts';
import { MailOutcome } from './invite.tsx';
import { PersonFields } from './person-fields.tsx';
import { Reasoned } from './reasoned.tsx';
import { usePeopleChange } from './use-people.ts';

type Props = { person: PoolPerson };

const pathOf = ({ sub }: PoolPerson, what?: string): string =>
  `/people/${encodeURIComponent(sub)}${what === undefined ? '' : `/${what}`}`;

const draftOf = ({ name, language, groups }: PoolPerson) => ({ name, language, groups });

const Change = ({ person }: Props): ReactNode => {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(draftOf(person));
  const changing = usePeopleChange({ path: pathOf(person), schema: PoolPerson, method: 'put' });
  const enabled = person.state !== 'disabled';
  return (
    <Reasoned
      label={t('people.change')}
      title={t('people.change.title', { name: person.name })}
      isBusy={changing.isPending}
      error={changing.error}
      onAct={(reason, close) => changing.mutate({ ...draft, enabled, reason }, { onSuccess: close })}
      onOpen={() => setDraft(draftOf(person))}
    >
      <p>{t('people.change.effect')}</p>
      <PersonFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
    </Reasoned>
  );
};

/** Switches an account off, or on again. */
const Switch = ({ person }: Props): ReactNode => {
  const { t } = useTranslation();
  const changing = usePeopleChange({ path: pathOf(person), schema: PoolPerson, method: 'put' });
  const act = person.state === 'disabled' ? 'enable' : 'disable';
  return (
    <Reasoned
      label={t(`people.${act}`)}
      title={t(`people.${act}.title`, { name: person.name })}
      isBusy={changing.isPending}
      error={changing.error}
      onAct={(reason, close) =>
        changing.mutate({ ...draftOf(person), enabled: act === 'enable', reason }, { onSuccess: close })
      }
    >
      <p>{t(`people.${act}.effect`)}</p>
    </Reasoned>
  );
};

const Act = ({ person, act, path }: Props & { act: 'remove' | 'mfa'; path: string }): ReactNode => {
  const { t } = useTranslation();
  const doing = usePeopleChange({ path: pathOf(person, path), schema: PoolPerson });
  return (
    <Reasoned
      label={t(`people.${act}`)}
      title={t(`people.${act}.title`, { name: person.name })}
      isBusy={doing.isPending}
      error={doing.error}
      onAct={(reason, close) => doing.mutate({ reason }, { onSuccess: close })}
    >
      <p>{t(`people.${act}.effect`)}</p>
    </Reasoned>
  );
};

const InviteAgain = ({ person }: Props): ReactNode => {
  const { t } = useTranslation();
  const inviting = usePeopleChange({ path: pathOf(person, 'invitation'), schema: Invited });
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
    <Act person={person} act="mfa" path="reset-mfa" />
    <Act person={person} act="remove" path="remove" />
  </div>
);
