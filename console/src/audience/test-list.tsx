import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TestListMark } from '../../../domain/audience/lists.ts';
import type { ListSummary } from '../../../domain/model/profile.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';

const useMarks = ({ name }: ListSummary) => {
  const api = useApi();
  const queries = useQueryClient();
  const path = `/lists/${encodeURIComponent(name)}/test`;
  const onSettled = async (): Promise<void> => queries.invalidateQueries({ queryKey: ['lists'] });
  const marking = useMutation({
    mutationFn: async () => {
      let cursor: string | null = null;
      do {
        const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
        ({ cursor } = await api.put<TestListMark>(`${path}${query}`, undefined));
      } while (cursor !== null);
    },
    onSettled,
  });
  const unmarking = useMutation({ mutationFn: async () => api.delete<ListSummary>(path), onSettled });
  return { marking, unmarking };
};

/** Whether the people of a list are test profiles, and which of their addresses may get proofs. */
export const TestList = ({ list }: { list: ListSummary }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { me } = useSession();
  const { marking, unmarking } = useMarks(list);
  const isBusy = marking.isPending || unmarking.isPending;
  return (
    <Tile title={t('audience.testList')}>
      <p className="small">{t('audience.testList.effect')}</p>
      {list.isTest && <p>{t('audience.testList.is', { n: number(list.testAddresses ?? 0) })}</p>}
      {may(me, 'manageAudience') ? (
        <div className="row">
          <button className="btn slim" type="button" disabled={isBusy} onClick={() => marking.mutate()}>
            {t(list.isTest ? 'audience.testList.again' : 'audience.testList.mark')}
          </button>
          {list.isTest && (
            <button className="btn slim" type="button" disabled={isBusy} onClick={() => unmarking.mutate()}>
              {t('audience.testList.unmark')}
            </button>
          )}
        </div>
      ) : (
        <p className="small muted">{t('audience.testList.whoMay')}</p>
      )}
      <ProblemNote error={marking.error ?? unmarking.error} />
    </Tile>
  );
};
