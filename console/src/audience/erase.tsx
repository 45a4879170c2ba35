import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may } from '../../../domain/people/authorisation.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { EraseReport } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';

/** In which runs the address is still frozen, and until when. */
const Remains = ({ report: { frozen, frozenUntil, backupsUntil } }: { report: EraseReport }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <div role="status">
      <p className="small">{t(frozen.length === 0 ? 'track.erase.none' : 'track.erase.runs')}</p>
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
      <p className="small muted">{t('track.erase.latest', { at: day(frozenUntil), backups: day(backupsUntil) })}</p>
    </div>
  );
};

type QuestionProps = { isOpen: boolean; close: () => void; act: ReactNode; error: unknown };

const Question = ({ isOpen, close, act, error }: QuestionProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <Ask isOpen={isOpen} onClose={close} title={t('track.erase.title')} cancel={t('track.erase.cancel')} act={act}>
      <p>{t('track.erase.effect')}</p>
      <ProblemNote error={error} />
    </Ask>
  );
};

/** Erases a person, and says honestly what remains; asking again of somebody who is erased only says it again. */
export const Erase = ({ profile: { id, erasedAt } }: { profile: Profile }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const { me } = useSession();
  const { dateTime } = useFormat();
  const [isAsking, ask] = useState(false);
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: async () => api.post(`/profiles/${encodeURIComponent(id)}/erase`, {}, EraseReport),
    onSuccess: async () => {
      ask(false);
      await queries.invalidateQueries();
    },
  });
  const isErased = erasedAt !== undefined;
  const act = (
    <button className="btn danger" type="button" disabled={isPending} onClick={() => mutate()}>
      {t('track.erase')}
    </button>
  );
  return (
    <Tile title={t('track.erase.tile')}>
      <p className="small">{isErased ? t('track.erase.done', { at: dateTime(erasedAt) }) : t('track.erase.what')}</p>
      {data && <Remains report={data} />}
      {!may(me, 'personalData') && <p className="small muted">{t('track.erase.whoMay')}</p>}
      {may(me, 'personalData') && !data && (
        <button
          className="btn slim"
          type="button"
          disabled={isPending}
          onClick={() => (isErased ? mutate() : ask(true))}
        >
          {t(isErased ? 'track.erase.ask' : 'track.erase')}
        </button>
      )}
      {isErased && <ProblemNote error={error} />}
      <Question isOpen={isAsking} close={() => ask(false)} act={act} error={error} />
    </Tile>
  );
};
