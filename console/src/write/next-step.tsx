import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SkipCause } from '../../../domain/model/run.ts';
import type { RunLine } from '../../../domain/model/run-entry.ts';
import { useFormat } from '../shell/format.ts';

type Step = { doable?: string; idle?: string; small?: string };

/** Who can confirm this run: the people who were asked and have not yet, else the role. */
const useWhoCan = (): ((run: RunLine) => string) => {
  const { _: t } = useLingui();
  const { anyOf } = useFormat();
  return ({ whoCan }) =>
    whoCan.length > 0 ? t('prepare.next.whoCan', { names: anyOf(whoCan) }) : t('prepare.next.roleCan');
};

const useUnderWayStep = (): ((run: RunLine) => Step | undefined) => {
  const { _: t } = useLingui();
  const whoCan = useWhoCan();
  return (run) => {
    if (run.state === 'Preparing') return { idle: t('prepare.next.nothing'), small: t('prepare.next.preparing') };
    if (run.state === 'AwaitingConfirmation')
      return run.you.mayConfirm
        ? { doable: t('prepare.next.confirm') }
        : { idle: t('prepare.next.wait'), small: whoCan(run) };
    if (run.state === 'Paused') return { doable: t('prepare.next.resume'), small: t('prepare.next.roleCan') };
    if (run.state === 'Scheduled' || run.state === 'Sending') return { idle: t('prepare.next.nothing') };
    return undefined;
  };
};

const useEndedStep = (): ((run: RunLine) => Step) => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const blocked = ({ blocking: count }: RunLine): string => t('prepare.next.mendWhy', { count, n: number(count) });
  return (run) => {
    switch (run.state) {
      case 'PreparationFailed':
        return { doable: t('prepare.next.mend'), small: blocked(run) };
      case 'Rejected':
        return {
          doable: t('prepare.next.change'),
          ...(run.endCause !== null && { small: t('prepare.next.quoted', { reason: run.endCause }) }),
        };
      case 'Expired':
        return { doable: t('prepare.next.again'), small: t('prepare.next.againWhy') };
      case 'Stopped':
        return { doable: t('prepare.next.again'), small: t('prepare.next.stopped') };
      case 'Skipped':
        return {
          idle: t('prepare.next.nothing'),
          small: t(`prepare.next.skipped.${SkipCause.catch('earlierRunPending').parse(run.endCause)}`),
        };
      case 'Finished':
      case 'Preparing':
      case 'AwaitingConfirmation':
      case 'Scheduled':
      case 'Sending':
      case 'Paused':
        return { doable: t('prepare.next.figures') };
    }
  };
};

/** What comes next, and who can do it. */
export const NextStep = ({ campaignId, run }: { campaignId: string; run: RunLine | null }): ReactNode => {
  const { _: t } = useLingui();
  const underWay = useUnderWayStep();
  const ended = useEndedStep();
  const step: Step = run
    ? (underWay(run) ?? ended(run))
    : { doable: t('prepare.next.prepare'), small: t('prepare.next.prepareWhy') };
  const needsCampaign = !run || ['PreparationFailed', 'Rejected', 'Expired', 'Stopped'].includes(run.state);
  const to = needsCampaign ? `/campaigns/${campaignId}` : `/runs/${run.id}`;
  return (
    <>
      {step.doable === undefined ? (
        <span className="none">{step.idle}</span>
      ) : (
        <Link className="go" to={to}>
          {step.doable}
        </Link>
      )}
      {step.small !== undefined && <small>{step.small}</small>}
    </>
  );
};
