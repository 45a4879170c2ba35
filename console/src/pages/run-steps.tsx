import type { I18n } from '@lingui/core';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react';
import type { RunState } from '../../../domain/model/run.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import type { Format } from '../shell/format-in.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { iconOf, lookOf } from '../shell/state-mark.tsx';

const stages = ['prepare', 'confirm', 'send', 'measure'] as const;
type Stage = (typeof stages)[number];

/** The stage at which a run stands, or at which it ended. */
const stageOf = (run: RunView): Stage => {
  const { state, sendingStartedAt, preparedAt } = run;
  const byState: Partial<Record<RunState, Stage>> = {
    Preparing: 'prepare',
    PreparationFailed: 'prepare',
    Skipped: 'prepare',
    AwaitingConfirmation: 'confirm',
    Rejected: 'confirm',
    Expired: 'confirm',
    Scheduled: 'send',
    Sending: 'send',
    Paused: 'send',
    Finished: 'measure',
  };
  const known = byState[state];
  if (known) return known;
  // Stopped: wherever it was.
  if (sendingStartedAt !== null) return 'send';
  return preparedAt === null ? 'prepare' : 'confirm';
};

const prepareDetail = ({ preparedAt, preparationMs }: RunView, t: I18n['_'], format: Format): string | undefined =>
  preparedAt === null
    ? undefined
    : t('run.stage.in', { time: format.dateTime(preparedAt), duration: format.duration(preparationMs ?? 0) });

const confirmDetail = (run: RunView, t: I18n['_'], { dateTime }: Format): string | undefined => {
  const { decision, deadline, requestConfirmation } = run;
  if (!requestConfirmation) return t('run.stage.unneeded');
  if (decision) return t('run.stage.by', { name: decision.by.name, time: dateTime(decision.at) });
  return deadline === null ? undefined : t('run.stage.until', { time: dateTime(deadline) });
};

const sendDetail = ({ sendingStartedAt, startAt, sendAt }: RunView, t: I18n['_'], { dateTime }: Format): string => {
  if (sendingStartedAt !== null) return t('run.stage.since', { time: dateTime(sendingStartedAt) });
  const at = startAt ?? sendAt;
  return at === null ? t('run.stage.onceConfirmed') : dateTime(at);
};

const detailOf = (stage: Stage, run: RunView, t: I18n['_'], format: Format): string | undefined => {
  switch (stage) {
    case 'prepare':
      return prepareDetail(run, t, format);
    case 'confirm':
      return confirmDetail(run, t, format);
    case 'send':
      return sendDetail(run, t, format);
    case 'measure':
      return t('run.stage.hourly');
  }
};

const Step = ({ run, stage }: { run: RunView; stage: Stage }): ReactNode => {
  const { _: t } = useLingui();
  const format = useFormat();
  const now = stages.indexOf(stageOf(run));
  const place = stages.indexOf(stage);
  const isNow = place === now;
  const look = place < now ? 'done' : isNow ? `now ${lookOf(run.state)}` : 'later';
  const detail = detailOf(stage, run, t, format);
  return (
    <li className={look} aria-current={isNow ? 'step' : undefined}>
      <i className="point">
        {place < now && <Icon name="check" />}
        {isNow && <Icon name={iconOf(run.state)} />}
      </i>
      <b>
        {t(`run.stage.${stage}`)}
        {place < now && <span className="vh"> ({t('run.stage.done')})</span>}
      </b>
      {detail !== undefined && <span>{detail}</span>}
    </li>
  );
};

/** The Step Functions execution of the run, for operators. */
const Execution = ({ execution }: { execution: NonNullable<RunView['execution']> }): ReactNode => {
  const { _: t } = useLingui();
  const { name, url } = execution;
  return (
    <p className="small muted">
      {t('run.execution')}{' '}
      {url === null ? (
        <span className="mono">{name}</span>
      ) : (
        <a className="mono" href={url} target="_blank" rel="noreferrer">
          {name}
        </a>
      )}
    </p>
  );
};

/** The four stages of a run, the one that it is in marked, and its execution. */
export const RunSteps = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <>
      <ol className="steps" aria-label={t('run.steps')}>
        {stages.map((stage) => (
          <Step key={stage} run={run} stage={stage} />
        ))}
      </ol>
      {run.execution && <Execution execution={run.execution} />}
    </>
  );
};
