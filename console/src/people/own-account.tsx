import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SignedOutEverywhere } from '../../../domain/people/manage-api.ts';
import { roles } from '../../../domain/people/roles.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Terms } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';

/** Who is signed in, and the end of every sign-in of theirs. */
export const OwnAccount = (): ReactNode => {
  const { _: t } = useLingui();
  const { allOf } = useFormat();
  const api = useApi();
  const { me, signOut } = useSession();
  const held = roles.filter((role) => me.groups.includes(role)).map((role) => t(`shell.role.${role}`));
  const ending = useMutation({
    mutationFn: async () => api.post<SignedOutEverywhere>('/me/sign-out', {}),
    onSuccess: signOut,
  });
  return (
    <Tile title={me.name || me.email}>
      <Terms
        terms={[
          { term: t('people.address'), value: me.email },
          { term: t('people.roles'), value: held.length === 0 ? t('shell.noRole') : allOf(held) },
        ]}
      />
      <p>{t('people.everywhere.effect')}</p>
      <button className="btn" type="button" disabled={ending.isPending} onClick={() => ending.mutate()}>
        {t('people.everywhere')}
      </button>
      <ProblemNote error={ending.error} />
    </Tile>
  );
};
