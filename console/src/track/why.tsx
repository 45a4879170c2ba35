import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { WhyAnswers, type WhyAnswer } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { Icon, type IconName } from '../shell/icon.tsx';
import { useLanguage } from '../shell/language.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Happenings } from './happenings.tsx';

const look: Record<WhyAnswer['got'], { state: string; icon: IconName }> = {
  yes: { state: 'st-finished', icon: 'ok' },
  no: { state: 'st-expired', icon: 'rejected' },
  notYet: { state: 'st-scheduled', icon: 'scheduled' },
  unknown: { state: 'st-awaiting', icon: 'warn' },
};

const Answer = ({ answer }: { answer: WhyAnswer }): ReactNode => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { state, icon } = look[answer.got];
  return (
    <div className={`answer ${state}`}>
      <h3>
        <Icon name={icon} />
        <span>{answer.sentence[language]}</span>
      </h3>
      {answer.evidence !== null && <Happenings line={answer.evidence} />}
      <p className="small">
        <Link to={`/runs/${encodeURIComponent(answer.runId)}`}>
          {t('track.why.run', { name: answer.campaignName })}
        </Link>
      </p>
    </div>
  );
};

/** "Why did she (not) get it?": one sentence for each of the newest runs, with what it rests on. */
export const Why = ({ address }: { address: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['why', address],
    queryFn: async () => api.get(`/profiles/why?address=${encodeURIComponent(address)}`, WhyAnswers),
  });
  return (
    <Tile title={t('track.why')}>
      <ProblemNote error={error} />
      <div role="status">
        {data?.items.length === 0 && <p className="muted">{t('track.why.none')}</p>}
        {data?.items.map((answer) => (
          <Answer key={`${answer.profileId}-${answer.runId}`} answer={answer} />
        ))}
      </div>
    </Tile>
  );
};
