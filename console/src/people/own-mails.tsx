import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type MailChoice, mailKinds, type MailKind } from '../../../domain/people/mail-choice.ts';
import { useApi } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const queryKey = ['me', 'mails'];

/** Which mails of Freigabe somebody wants: each tick is kept at once. */
export const OwnMails = (): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey, queryFn: async () => api.get<MailChoice>('/me/mails') });
  const choosing = useMutation({
    mutationFn: async (off: readonly MailKind[]) => api.put<MailChoice>('/me/mails', { off }),
    onSuccess: (kept) => queries.setQueryData(queryKey, kept),
  });
  const choose = (off: readonly MailKind[], kind: MailKind, isOn: boolean): void =>
    choosing.mutate(mailKinds.filter((each) => (each === kind ? !isOn : off.includes(each))));
  return (
    <Tile title={t('people.mails')}>
      <ProblemNote error={error ?? choosing.error} />
      {!data && !error && <Waiting />}
      {data && (
        <fieldset disabled={choosing.isPending}>
          <legend className="small muted">{t('people.mails.hint')}</legend>
          {mailKinds.map((kind) => (
            <label className="tick" key={kind}>
              <input
                type="checkbox"
                checked={!data.off.includes(kind)}
                onChange={({ target }) => choose(data.off, kind, target.checked)}
              />
              <span>{t(`people.mails.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {choosing.isSuccess && <p role="status">{t('people.mails.saved')}</p>}
    </Tile>
  );
};
