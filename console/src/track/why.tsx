import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { WhyAnswers, WhyAnswer } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
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
  const { _: t } = useLingui();
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

type RunsProps = Pick<WhyAnswers, 'runs'> & { chosen: string; choose: (run: string) => void };

/** Of which run the question is; without one, of the newest that concern the profile. */
const Runs = ({ runs, chosen, choose }: RunsProps): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  return (
    <div className="row">
      <label className="field small">
        {t('track.why.which')}
        <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          <option value="">{t('track.why.newest')}</option>
          {runs.map(({ runId, campaignName, createdAt }) => (
            <option key={runId} value={runId}>
              {campaignName} · {dateTime(createdAt)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

/** "Why did she (not) get it?": one sentence for each of the newest runs, with what it rests on. */
export const Why = ({ address }: { address: string }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const [run, setRun] = useState('');
  const { data, error } = useQuery({
    queryKey: ['why', address, run],
    queryFn: async () =>
      api.get<WhyAnswers>(
        `/profiles/why?address=${encodeURIComponent(address)}${run === '' ? '' : `&run=${encodeURIComponent(run)}`}`,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Tile title={t('track.why')}>
      <ProblemNote error={error} />
      {data && <Runs runs={data.runs} chosen={run} choose={setRun} />}
      <div role="status">
        {data?.items.length === 0 && <p className="muted">{t('track.why.none')}</p>}
        {data?.items.map((answer) => (
          <Answer key={`${answer.profileId}-${answer.runId}`} answer={answer} />
        ))}
      </div>
    </Tile>
  );
};
