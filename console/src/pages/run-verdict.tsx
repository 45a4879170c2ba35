import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { costOf } from '../../../domain/send/cost.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { fingerprint } from '../../../domain/model/fingerprint.ts';
import { durationOf, useStartText } from '../schedule/run-schedule-tile.tsx';
import { useScheduleText, zoneOf } from '../shell/schedule-text.ts';
import { useFormat } from '../shell/format.ts';
import { VerdictBar, type Fact } from '../shell/verdict-bar.tsx';
import { useRunSentence } from './run-sentence.ts';

const useFacts = (): ((run: RunView) => Fact[]) => {
  const { _: t } = useLingui();
  const { number, duration, dollars, dateTime } = useFormat();
  const startText = useStartText();
  const checked = ({ checks }: RunView): string => {
    const blocking = checks.filter(({ verdict }) => verdict === 'blocking').length;
    const count = checks.filter(({ verdict }) => verdict === 'warning').length;
    if (blocking > 0) return t('run.fact.blocking', { n: number(blocking) });
    return count > 0 ? t('run.fact.warnings', { count, n: number(count) }) : t('run.fact.noWarnings');
  };
  const end = ({ sendAt, schedule }: RunView, takes: number): string =>
    sendAt === null
      ? t('prepare.duration.rate')
      : t('prepare.duration.ends', {
          time: dateTime(new Date(Date.parse(sendAt) + takes).toISOString(), zoneOf(schedule)),
        });
  const length = (run: RunView): Pick<Fact, 'value' | 'small'> => {
    const { state, sendingStartedAt, endedAt } = run;
    if (state === 'Finished' && sendingStartedAt !== null && endedAt !== null)
      return { value: duration(Date.parse(endedAt) - Date.parse(sendingStartedAt)), small: t('run.fact.took') };
    const takes = durationOf(run);
    if (takes === undefined || hasEnded(run)) return { value: '–' };
    return { value: t('prepare.duration.about', { duration: duration(takes) }), small: end(run, takes) };
  };
  const cost = (toDeliver: number, attachments: RunView['attachments']): Fact => {
    const { ses, attached, infrastructure } = costOf(toDeliver, attachments);
    const parts = { ses: dollars(ses), attached: dollars(attached), infrastructure: dollars(infrastructure) };
    return {
      term: t('run.fact.cost'),
      value: dollars(ses + attached + infrastructure),
      small: t(attached > 0 ? 'run.fact.costWithAttached' : 'run.fact.costOf', parts),
    };
  };
  return (run) => {
    if (!run.counts) return [];
    const { targeted, toDeliver } = run.counts;
    return [
      {
        term: t('run.fact.toDeliver'),
        value: t('prepare.people', { count: toDeliver, n: number(toDeliver) }),
        small: t('run.fact.of', { targeted: number(targeted), excluded: number(targeted - toDeliver) }),
      },
      { term: t('prepare.start'), ...startText(run) },
      { term: t('prepare.duration'), ...length(run) },
      ...(hasEnded(run) ? [] : [cost(toDeliver, run.attachments)]),
      {
        term: t('run.fact.checks'),
        value: checked(run),
        ...(run.manifestHash !== null && { small: <span className="mono">{fingerprint(run.manifestHash)}</span> }),
      },
    ];
  };
};

const Due = ({ deadline }: { deadline: string }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, utc, relative } = useFormat();
  return (
    <>
      <span className="small muted">{t('run.decideBy')}</span> <b>{dateTime(deadline)}</b>{' '}
      <span className="small muted">
        {utc(deadline)}, {relative(deadline)}
      </span>
    </>
  );
};

type Props = {
  run: RunView;
  next?: ReactNode;
  /** Messages of an ended run of which nobody knows. */
  unknown?: number;
  headingLevel?: 1 | 2;
};

/** Where the run stands, what comes next, and the figures that matter for deciding. */
export const RunVerdict = ({ run, next, unknown = 0, headingLevel = 1 }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const sentence = useRunSentence();
  const scheduleText = useScheduleText();
  const facts = useFacts();
  const { title, why } = sentence(run, unknown);
  const { decision } = run;
  return (
    <VerdictBar
      state={run.state}
      eyebrow={`${run.campaignName} · ${scheduleText(run.schedule)}`}
      title={title}
      headingLevel={headingLevel}
      facts={facts(run)}
      {...(next !== undefined && { next })}
      {...(run.state === 'AwaitingConfirmation' &&
        run.deadline !== null &&
        run.you.mayConfirm && { due: <Due deadline={run.deadline} /> })}
    >
      <p>{why}</p>
      {run.releasesSeries && run.state === 'AwaitingConfirmation' && <p>{t('confirm.releases.why')}</p>}
      {run.resendOf !== null && (
        <p>
          <Trans id="run.resendOf" components={{ a: <Link to={`/runs/${run.resendOf}`} /> }} />
        </p>
      )}
      {run.resentAs !== null && (
        <p>
          <Trans id="run.resentAs" components={{ a: <Link to={`/runs/${run.resentAs}`} /> }} />
        </p>
      )}
      {decision?.decision === 'confirm' && (
        <p>
          {t('run.confirmed', {
            name: decision.by.name,
            time: dateTime(decision.at),
            fingerprint: fingerprint(decision.manifestHash),
          })}
        </p>
      )}
      <output className="vh" aria-live="polite">
        {title}
      </output>
    </VerdictBar>
  );
};
