import { useLingui } from '@lingui/react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';

/** What a decision is about, in the words of bar and dialog. */
export const useDecisionWords = (run: RunView): { messages: string; start: string | null; utc: string } => {
  const { _: t } = useLingui();
  const { number, dateTime, utc } = useFormat();
  const count = run.counts?.toDeliver ?? 0;
  // Once its start was missed, a confirmation sends at once.
  const sendAt = run.missedStart === null ? run.sendAt : null;
  const zone = run.schedule.mode === 'onceConfirmed' ? undefined : run.schedule.zone;
  return {
    messages: t('confirm.messages', { count, n: number(count) }),
    start: sendAt === null ? null : dateTime(sendAt, zone),
    utc: sendAt === null ? '' : utc(sendAt),
  };
};
