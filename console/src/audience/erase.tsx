import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { may } from '../../../domain/people/authorisation.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { EraseReport } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';

/** In which runs the address is still frozen, and until when. */
const Remains = ({ pages, more }: { pages: readonly EraseReport[]; more: ReactNode }): ReactNode => {
  const { _: t } = useLingui();
  const { day } = useFormat();
  const last = pages.at(-1);
  if (!last) return undefined;
  const { frozenUntil, backupsUntil, cursor } = last;
  const frozen = pages.flatMap((page) => page.frozen);
  const none = cursor === null ? 'track.erase.none' : 'track.erase.noneSoFar';
  return (
    <div role="status">
      <p className="small">{t(frozen.length === 0 ? none : 'track.erase.runs')}</p>
      {frozen.length > 0 && (
        <ul className="small">
          {frozen.map(({ runId, campaignName, until }) => (
            <li key={runId}>
              <Link to={`/runs/${encodeURIComponent(runId)}`}>{campaignName}</Link>{' '}
              {t('track.erase.until', { at: day(until) })}
            </li>
          ))}
        </ul>
      )}
      {cursor !== null && more}
      <p className="small muted">{t('track.erase.latest', { at: day(frozenUntil), backups: day(backupsUntil) })}</p>
    </div>
  );
};

type QuestionProps = { isOpen: boolean; close: () => void; act: ReactNode; error: unknown };

const Question = ({ isOpen, close, act, error }: QuestionProps): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Ask isOpen={isOpen} onClose={close} title={t('track.erase.title')} cancel={t('track.erase.cancel')} act={act}>
      <p>{t('track.erase.effect')}</p>
      <ProblemNote error={error} />
    </Ask>
  );
};

/** Erases, or with a cursor asks for the next page of the report. */
const useErase = (id: string, onErased: () => void) => {
  const api = useApi();
  const queries = useQueryClient();
  const [pages, setPages] = useState<EraseReport[]>([]);
  const path = `/profiles/${encodeURIComponent(id)}/erase`;
  const erasing = useMutation({
    mutationFn: async (cursor: string | null) =>
      api.post<EraseReport>(cursor === null ? path : `${path}?cursor=${encodeURIComponent(cursor)}`, {}),
    onSuccess: async (page, cursor) => {
      setPages((before) => [...before, page]);
      onErased();
      if (cursor === null) await queries.invalidateQueries();
    },
  });
  return { ...erasing, pages };
};

/** Erases a person, and says honestly what remains; asking again of somebody who is erased only says it again. */
export const Erase = ({ profile: { id, erasedAt } }: { profile: Profile }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const { dateTime } = useFormat();
  const [isAsking, ask] = useState(false);
  const { pages, error, isPending, mutate } = useErase(id, () => ask(false));
  const isErased = erasedAt !== undefined;
  const act = (
    <button className="btn danger" type="button" disabled={isPending} onClick={() => mutate(null)}>
      {t('track.erase')}
    </button>
  );
  const more = (
    <button
      className="btn slim"
      type="button"
      disabled={isPending}
      onClick={() => mutate(pages.at(-1)?.cursor ?? null)}
    >
      {t('track.erase.more')}
    </button>
  );
  return (
    <Tile title={t('track.erase.tile')}>
      <p className="small">{isErased ? t('track.erase.done', { at: dateTime(erasedAt) }) : t('track.erase.what')}</p>
      <Remains pages={pages} more={more} />
      {!may(me, 'personalData') && <p className="small muted">{t('track.erase.whoMay')}</p>}
      {may(me, 'personalData') && pages.length === 0 && (
        <button
          className="btn slim"
          type="button"
          disabled={isPending}
          onClick={() => (isErased ? mutate(null) : ask(true))}
        >
          {t(isErased ? 'track.erase.ask' : 'track.erase')}
        </button>
      )}
      {isErased && <ProblemNote error={error} />}
      <Question isOpen={isAsking} close={() => ask(false)} act={act} error={error} />
    </Tile>
  );
};
