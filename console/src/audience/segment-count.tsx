import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { SegmentCount as Count } from '../../../domain/audience/segments.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { segmentAddress } from './segment-queries.ts';

/** So many people are shown. */
const SHOWN = 5;

/** As of the first page; a count that takes several is no moment. */
const added = (one: Count | undefined, other: Count): Count =>
  one
    ? {
        asOf: one.asOf,
        profiles: one.profiles + other.profiles,
        optedOut: one.optedOut + other.optedOut,
        unknown: one.unknown + other.unknown,
        sample: [...one.sample, ...other.sample].slice(0, SHOWN),
        cursor: other.cursor,
      }
    : other;

/** Counts page by page, and shows how far it is. */
const useSegmentCount = (id: string) => {
  const api = useApi();
  const [sofar, setSofar] = useState<Count>();
  const counting = useMutation({
    mutationFn: async () => {
      let counted: Count | undefined;
      setSofar(undefined);
      do {
        const cursor: string = counted?.cursor ? `?cursor=${encodeURIComponent(counted.cursor)}` : '';
        counted = added(counted, await api.get<Count>(`${segmentAddress(id)}/count${cursor}`));
        setSofar(counted);
      } while (counted.cursor !== null);
    },
  });
  return { ...counting, sofar };
};

const Sample = ({ sample }: Pick<Count, 'sample'>): ReactNode => {
  const { _: t } = useLingui();
  if (sample.length === 0) return null;
  return (
    <>
      <p className="small muted">{t('audience.segment.sample')}</p>
      <ul>
        {sample.map(({ id, email }) => (
          <li key={id}>
            <Link to={`/profiles/${encodeURIComponent(id)}`}>{email}</Link>
          </li>
        ))}
      </ul>
    </>
  );
};

/** How many a segment means now, and some of them. */
export const SegmentCount = ({ id }: { id: string }): ReactNode => {
  const { _: t } = useLingui();
  const { number, dateTime } = useFormat();
  const { mutate, isPending, error, isSuccess, sofar } = useSegmentCount(id);
  const shown = { n: number(sofar?.profiles ?? 0), out: number(sofar?.optedOut ?? 0) };
  return (
    <>
      <p className="small muted">{t('audience.segment.countHint')}</p>
      <div className="row">
        <button className="btn slim" type="button" disabled={isPending} onClick={() => mutate()}>
          {t('audience.list.count')}
        </button>
        <span role="status">
          {isPending && t('audience.list.counting', shown)}
          {isSuccess && t('audience.list.counted', shown)}
        </span>
      </div>
      <ProblemNote error={error} />
      {isSuccess && sofar && (
        <>
          <p className="small muted">{t('audience.segment.asOf', { time: dateTime(sofar.asOf) })}</p>
          {sofar.unknown > 0 && <p>{t('audience.segment.unknown', { n: number(sofar.unknown) })}</p>}
          <Sample sample={sofar.sample} />
        </>
      )}
    </>
  );
};
