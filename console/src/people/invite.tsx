import { useLingui } from '@lingui/react';
import { useId, useState, type ReactNode } from 'react';
import type { Invited } from '../../../domain/people/manage-api.ts';
import { Notice } from '../shell/notice.tsx';
import { PersonFields, type PersonDraft } from './person-fields.tsx';
import { Reasoned } from './reasoned.tsx';
import { usePeopleChange } from './use-people.ts';

const empty: PersonDraft & { address: string } = { address: '', name: '', language: 'en', groups: [] };

/** What became of the mail with the first password. */
export const MailOutcome = ({ invited }: { invited: Invited | undefined }): ReactNode => {
  const { _: t } = useLingui();
  if (!invited) return null;
  const { name, mailed } = invited;
  return mailed ? (
    <p role="status">{t('people.mailed', { name })}</p>
  ) : (
    <Notice tone="warn" role="alert" title={t('people.notMailed', { name })}>
      <p>{t('people.notMailedWhy')}</p>
    </Notice>
  );
};

/** Invites somebody by mail. */
export const Invite = (): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const [draft, setDraft] = useState(empty);
  const inviting = usePeopleChange<Invited>({ path: '/people' });
  const onAct = (reason: string, close: () => void): void =>
    inviting.mutate({ ...draft, address: draft.address.trim(), reason }, { onSuccess: close });
  return (
    <>
      <Reasoned
        label={t('people.invite')}
        title={t('people.invite')}
        isBusy={inviting.isPending}
        error={inviting.error}
        onAct={onAct}
        onOpen={() => {
          setDraft(empty);
          inviting.reset();
        }}
      >
        <p>{t('people.invite.effect')}</p>
        <div className="lab">
          <label htmlFor={id}>{t('people.address')}</label>
          <input
            id={id}
            className="input"
            type="email"
            required
            value={draft.address}
            onChange={({ target }) => setDraft({ ...draft, address: target.value })}
          />
        </div>
        <PersonFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      </Reasoned>
      <MailOutcome invited={inviting.data} />
    </>
  );
};
