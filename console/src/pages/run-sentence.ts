import { useLingui } from '@lingui/react';
import { isWordKey } from '../shell/i18n.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { zoneOf } from '../shell/schedule-text.ts';
import { useFormat } from '../shell/format.ts';

/** Where a run stands in one sentence, and what follows from it. */
export type Sentence = { title: string; why: string };

type SentenceOf = (run: RunView) => Sentence;
/** `unknown`: of so many messages of an ended run nobody knows whether they went out. */
type SentenceWithUnknown = (run: RunView, unknown: number) => Sentence;

const usePending = (): SentenceOf => {
  const { _: t } = useLingui();
  const { dateTime, utc, relative, number } = useFormat();
  const missed = ({ missedStart, schedule }: RunView): string =>
    missedStart === null ? '' : `${t('run.say.missed', { start: dateTime(missedStart, zoneOf(schedule)) })} `;
  return (run) => {
    const count = run.approvalsNeeded ?? 1;
    const deadline = run.deadline ?? run.createdAt;
    const values = {
      deadline: dateTime(deadline),
      utc: utc(deadline),
      relative: relative(deadline),
      name: run.requestedBy.name,
      enough: t('run.say.enough', { count, n: number(count), given: number(run.approvals.length) }),
      time: dateTime(run.preparedAt ?? run.createdAt),
    };
    return {
      title: t(run.you.mayConfirm ? 'run.say.AwaitingConfirmation.yours' : 'run.say.AwaitingConfirmation', values),
      // Whoever may confirm has the deadline beside the sentence.
      why: `${missed(run)}${t(
        run.you.mayConfirm ? 'run.say.AwaitingConfirmation.yours.why' : 'run.say.AwaitingConfirmation.why',
        values,
      )}`,
    };
  };
};

const useUnderWay = (): SentenceOf => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  const pausedBecause = ({ endedBy, endCause, endReason }: RunView): string => {
    if (endedBy) return t('run.say.Paused.by', { name: endedBy.name });
    const cause = `run.say.Paused.${endCause}`;
    const why = t(isWordKey(cause) ? cause : 'run.say.Paused.why');
    return endReason === undefined ? why : `${why} ${t('run.say.Paused.reason', { reason: endReason })}`;
  };
  return (run) => {
    const startAt = run.startAt ?? run.createdAt;
    const since = dateTime(run.sendingStartedAt ?? startAt);
    if (run.state === 'Scheduled')
      return {
        title: run.sendAt === null ? t('run.say.Scheduled.now') : t('run.say.Scheduled', { time: dateTime(startAt) }),
        why: t('run.say.Scheduled.why'),
      };
    if (run.state === 'Paused')
      return {
        title: t('run.say.Paused', { time: dateTime(run.pausedAt ?? startAt) }),
        why: pausedBecause(run),
      };
    const next = run.waves.findIndex(({ state }) => state === 'waiting');
    const isBetween = next > 0 && run.waves.every(({ state }) => state !== 'sending');
    if (isBetween) {
      const at = run.waves[next]?.notBefore ?? since;
      const wave = { n: number(next + 1), of: number(run.waves.length), time: dateTime(at, zoneOf(run.schedule)) };
      return { title: t('run.say.Sending', { time: since }), why: t('run.say.Sending.wave', wave) };
    }
    const isHeld = run.holdUntil !== null && Date.parse(run.holdUntil) > Date.now();
    const why = isHeld
      ? t('run.say.Sending.held', { time: dateTime(run.holdUntil ?? since) })
      : t('run.say.Sending.why');
    return { title: t('run.say.Sending', { time: since }), why };
  };
};

/** Stopped by nobody. */
const stoppedBySystem = [
  'manifestDiffers',
  'audienceGone',
  'settledMeanwhile',
  'notReleased',
  'seriesPaused',
  'seriesEnded',
  'startSkipped',
  'validityOver',
] as const;

const useStopped = (): SentenceOf => {
  const { _: t } = useLingui();
  const { dateTime, allOf } = useFormat();
  return ({ endedAt, endedBy, endCause, createdAt, changed, sendingStartedAt }) => {
    const values = { time: dateTime(endedAt ?? createdAt), name: endedBy?.name ?? '–' };
    const title = t(sendingStartedAt === null ? 'run.say.Stopped.unsent' : 'run.say.Stopped');
    if (endCause === 'edited') {
      const blocks = allOf(changed.map((block) => t(`confirm.block.${block}`)));
      return {
        title: changed.length > 0 ? t('run.say.voided', { blocks }) : title,
        why: t('run.say.Stopped.edited', values),
      };
    }
    const cause = stoppedBySystem.find((known) => known === endCause);
    return { title, why: t(`run.say.Stopped.${cause ?? 'by'}`, values) };
  };
};

const useEnded = (): SentenceWithUnknown => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  return (run, unknown) => {
    const time = dateTime(run.endedAt ?? run.createdAt);
    if (run.state === 'Finished')
      return {
        title: unknown > 0 ? t('run.say.open', { count: unknown, n: number(unknown) }) : t('run.say.Finished'),
        why: t('run.say.Finished.why', { from: dateTime(run.sendingStartedAt ?? run.createdAt), to: time }),
      };
    if (run.state === 'Rejected')
      return {
        title: t(run.decision?.decision === 'requestChanges' ? 'run.say.Rejected.requestChanges' : 'run.say.Rejected', {
          name: run.endedBy?.name ?? '–',
        }),
        why: t('run.say.Rejected.why', { reason: run.endCause ?? '–' }),
      };
    if (run.state === 'Expired') return { title: t('run.say.Expired'), why: t('run.say.Expired.why', { time }) };
    if (run.missedStarts !== null && run.missedStarts > 1)
      return { title: t('run.say.Skipped'), why: t('run.say.missedMany', { n: number(run.missedStarts) }) };
    const cause = `run.say.Skipped.${run.endCause}`;
    return { title: t('run.say.Skipped'), why: t(isWordKey(cause) ? cause : 'run.say.Skipped.earlierRunPending') };
  };
};

/** The sentence of the verdict bar. */
export const useRunSentence = (): SentenceWithUnknown => {
  const { _: t } = useLingui();
  const [pending, underWay, stopped, ended] = [usePending(), useUnderWay(), useStopped(), useEnded()];
  return (run, unknown) => {
    switch (run.state) {
      case 'Preparing':
      case 'PreparationFailed':
        return { title: t(`run.say.${run.state}`), why: t(`run.say.${run.state}.why`) };
      case 'AwaitingConfirmation':
        return pending(run);
      case 'Scheduled':
      case 'Sending':
      case 'Paused':
        return underWay(run);
      case 'Stopped':
        return stopped(run);
      case 'Finished':
      case 'Rejected':
      case 'Expired':
      case 'Skipped':
        return ended(run, unknown);
    }
  };
};
