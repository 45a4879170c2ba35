import { useLingui } from '@lingui/react';
import type { RunLine } from '../../../domain/model/run-entry.ts';
import { useFormat } from '../shell/format.ts';

type Dated = Pick<
  RunLine,
  'state' | 'deadline' | 'startAt' | 'sendingStartedAt' | 'endedAt' | 'pausedAt' | 'createdAt' | 'endedBy'
>;

/** Since or until when a run is in its state, in a few words. */
export const useStateSince = (): ((run: Dated) => string) => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  return (run) => {
    if (run.state === 'AwaitingConfirmation' && run.deadline !== null)
      return t('prepare.next.until', { time: dateTime(run.deadline) });
    if (run.state === 'Scheduled' && run.startAt !== null)
      return t('prepare.next.startsAt', { time: dateTime(run.startAt) });
    if (run.state === 'Sending' && run.sendingStartedAt !== null)
      return t('prepare.next.sending', { time: dateTime(run.sendingStartedAt) });
    const time = dateTime(run.endedAt ?? run.pausedAt ?? run.createdAt);
    return run.endedBy ? t('prepare.next.byAt', { time, name: run.endedBy.name }) : t('prepare.next.at', { time });
  };
};
