import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { CurrentRun } from '../../../domain/prepare/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { VerdictBar } from '../shell/verdict-bar.tsx';
import { needOf, needs, type Need } from './front-lines.ts';

/** Planned runs and those that are being prepared need nobody, so they have no sentence. */
const sentenceOf = {
  yours: 'prepare.verdict.yours',
  awaiting: 'prepare.verdict.awaiting',
  paused: 'prepare.verdict.paused',
  held: 'prepare.verdict.held',
  failed: 'prepare.verdict.failed',
  sending: 'prepare.verdict.sending',
} as const satisfies Partial<Record<Need, string>>;

const hasSentence = (need: Need): need is keyof typeof sentenceOf => need in sentenceOf;

const Deadline = ({ run }: { run: CurrentRun }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  if (run.state !== 'AwaitingConfirmation' || run.deadline === null) return null;
  return <p>{t('prepare.verdict.awaitingWhy', { name: run.campaignName, deadline: dateTime(run.deadline) })}</p>;
};

/** What all runs need together, in one sentence; `runs` is complete, `asOf` is epoch milliseconds. */
export const CampaignsVerdict = (props: { runs: CurrentRun[]; asOf: number; unreadable: string[] }): ReactNode => {
  const { runs, asOf, unreadable } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const inNeed = (need: Need): CurrentRun[] => runs.filter((run) => needOf(run, asOf) === need);
  const isMixed = inNeed('yours').length > 0;
  const sentences = needs.filter(hasSentence).flatMap((need) => {
    const count = inNeed(need).length;
    const key = need === 'awaiting' && isMixed ? ('prepare.verdict.others' as const) : sentenceOf[need];
    return count > 0 ? [t(key, { count, n: number(count) })] : [];
  });
  const count = unreadable.length;
  if (count > 0) sentences.push(t('prepare.verdict.unreadable', { count, n: number(count) }));
  const [first] = needs.filter(hasSentence).flatMap(inNeed);
  return (
    <VerdictBar
      state={first?.state ?? (count > 0 ? 'PreparationFailed' : 'Finished')}
      unmarked
      headingLevel={2}
      title={sentences.length > 0 ? sentences.join(' ') : t('prepare.verdict.calm')}
      {...(first && {
        next: (
          <Link className="btn" to={`/runs/${first.id}`}>
            {t('prepare.verdict.see', { name: first.campaignName })}
            <Icon name="arrow" />
          </Link>
        ),
      })}
    >
      {first && <Deadline run={first} />}
      {count > 0 && <p>{t('prepare.verdict.unreadableWhy', { ids: unreadable.join(', ') })}</p>}
    </VerdictBar>
  );
};
