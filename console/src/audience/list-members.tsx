import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ListCount } from '../../../domain/audience/lists.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { LogDownload } from '../shell/log-download.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';

type Counted = Omit<ListCount, 'cursor'>;

const nobody: Counted = { profiles: 0, optedOut: 0, attributes: [] };

const added = (one: Counted, other: Counted): Counted => ({
  profiles: one.profiles + other.profiles,
  optedOut: one.optedOut + other.optedOut,
  attributes: [...new Set([...one.attributes, ...other.attributes])].toSorted(),
});

/** Counts page by page, and shows how far it is. */
const useCount = (list: string) => {
  const api = useApi();
  const [sofar, setSofar] = useState(nobody);
  const counting = useMutation({
    mutationFn: async () => {
      let counted = nobody;
      let cursor: string | null = null;
      setSofar(nobody);
      do {
        const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
        const page: ListCount = await api.get<ListCount>(`/lists/${encodeURIComponent(list)}/count${query}`);
        counted = added(counted, page);
        setSofar(counted);
        cursor = page.cursor;
      } while (cursor !== null);
      return counted;
    },
  });
  return { ...counting, sofar };
};

/** The file can be imported again: its columns are the attributes that were seen while counting. */
const Export = ({ list, attributes }: { list: string; attributes: readonly string[] }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  if (!may(me, 'personalData')) return <p className="small muted">{t('audience.list.whoMayExport')}</p>;
  const query = attributes.length === 0 ? '' : `?attributes=${attributes.join(',')}`;
  return (
    <>
      <p className="small muted">{t('audience.list.exportHint')}</p>
      <LogDownload path={`/lists/${encodeURIComponent(list)}/profiles${query}`} />
    </>
  );
};

/** How many are on the list now, and afterwards who. */
export const ListMembers = ({ list }: { list: string }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { mutate, isPending, error, data, sofar } = useCount(list);
  const shown = { n: number(sofar.profiles), out: number(sofar.optedOut) };
  return (
    <>
      <p className="small muted">{t('audience.list.countHint')}</p>
      <div className="row">
        <button className="btn slim" type="button" disabled={isPending} onClick={() => mutate()}>
          {t('audience.list.count')}
        </button>
        <span role="status">
          {isPending && t('audience.list.counting', shown)}
          {data && t('audience.list.counted', shown)}
        </span>
      </div>
      <ProblemNote error={error} />
      {data && <Export list={list} attributes={data.attributes} />}
    </>
  );
};
