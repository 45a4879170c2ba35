import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RunLine } from '../../../domain/model/run-entry.ts';
import type { Home } from '../../../domain/prepare/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { VerdictBar } from '../shell/verdict-bar.tsx';
import { needs, type Need } from './needs.ts';

/** Runs that are being prepared need nobody, so they have no sentence. */
const sentenceOf = {
  yours: 'prepare.verdict.yours',
  awaiting: 'prepare.verdict.awaiting',
  paused: 'prepare.verdict.paused',
  held: 'prepare.verdict.held',
  failed: 'prepare.verdict.failed',
  sending: 'prepare.verdict.sending',
} as const satisfies Partial<Record<Need, string>>;

const hasSentence = (need: Need): need is keyof typeof sentenceOf => need in sentenceOf;

const Deadline = ({ run }: { run: RunLine }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  if (run.state !== 'AwaitingConfirmation' || run.deadline === null) return null;
  return <p>{t('prepare.verdict.awaitingWhy', { name: run.campaignName, deadline: dateTime(run.deadline) })}</p>;
};

/** What all runs need together, in one sentence. */
export const CampaignsVerdict = ({ home }: { home: Home }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const isMixed = home.yours.count > 0;
  const sentences = needs.filter(hasSentence).flatMap((need) => {
    const { count } = home[need];
    const key = need === 'awaiting' && isMixed ? ('prepare.verdict.others' as const) : sentenceOf[need];
    return count > 0 ? [t(key, { count, n: number(count) })] : [];
  });
  const { unreadable } = home;
  const count = unreadable.length;
  if (count > 0) sentences.push(t('prepare.verdict.unreadable', { count, n: number(count) }));
  const [first] = needs.filter(hasSentence).flatMap((need) => home[need].items);
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
