import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { CampaignListItem } from '../../../domain/prepare/api.ts';
import type { RunState } from '../../../domain/run.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { VerdictBar } from '../shell/verdict-bar.tsx';

const told = [
  ['AwaitingConfirmation', 'prepare.verdict.awaiting'],
  ['Paused', 'prepare.verdict.paused'],
  ['Sending', 'prepare.verdict.sending'],
] as const;

/** What the campaigns need together, in one sentence. */
export const CampaignsVerdict = ({ items }: { items: CampaignListItem[] }): ReactNode => {
  const { t } = useTranslation();
  const { number, dateTime } = useFormat();
  const runs = items.flatMap(({ latestRun }) => (latestRun ? [latestRun] : []));
  const inState = (state: RunState) => runs.filter((run) => run.state === state);
  const sentences = told.flatMap(([state, key]) => {
    const count = inState(state).length;
    return count > 0 ? [t(key, { count, n: number(count) })] : [];
  });
  const state = told.map(([candidate]) => candidate).find((candidate) => inState(candidate).length > 0);
  const first = runs.find((run) => run.state === state);
  const deadline = first?.state === 'AwaitingConfirmation' ? first.deadline : null;
  return (
    <VerdictBar
      state={state ?? 'Finished'}
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
      {first && deadline !== null && (
        <p>{t('prepare.verdict.awaitingWhy', { name: first.campaignName, deadline: dateTime(deadline) })}</p>
      )}
    </VerdictBar>
  );
};
