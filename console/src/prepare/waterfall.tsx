import { useLingui } from '@lingui/react';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ExclusionCause } from '../../../domain/model/audience-rules.ts';
import { exclusionCauses } from '../../../domain/model/exclusion-causes.ts';
import type { Counts } from '../../../domain/model/preparation.ts';
import { useFormat } from '../shell/format.ts';

type Step = Counts['excluded'][number] & { before: number; left: number; isOff: boolean };

/** The rules in order, each with how many were taken out before it and how many are left after it; those that are off too. */
const stepsOf = ({ targeted, excluded }: Counts, off: readonly ExclusionCause[]): Step[] => {
  let before = 0;
  return exclusionCauses.flatMap((cause) => {
    const known = excluded.find((exclusion) => exclusion.cause === cause);
    if (!known && !off.includes(cause)) return [];
    const exclusion = known ?? { cause, count: 0 };
    const step = { ...exclusion, before, left: targeted - before - exclusion.count, isOff: !known };
    before += exclusion.count;
    return [step];
  });
};

/** The first few of those whom a rule took out. */
const Examples = ({ people }: { people: string[] }): ReactNode => {
  const { _: t } = useLingui();
  if (people.length === 0) return null;
  return (
    <small>
      {t('prepare.wf.forExample')}{' '}
      {people.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <Link to={`/profiles/${encodeURIComponent(id)}`}>{id}</Link>
        </Fragment>
      ))}
    </small>
  );
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

const StepRow = ({ step, all }: { step: Step; all: number }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const left = `${share(step.before, all)}%`;
  const width = `${share(step.count, all)}%`;
  return (
    <tr>
      <th scope="row">
        {t(`prepare.cause.${step.cause}`)}
        <Examples people={step.people ?? []} />
      </th>
      <td className="wf-bar" aria-hidden="true">
        <div>{step.count > 0 && <i style={{ left, width }} />}</div>
      </td>
      <td className="num">{step.isOff ? t('prepare.wf.off') : step.count > 0 ? `− ${number(step.count)}` : '0'}</td>
      <td className="num left muted">{number(step.left)}</td>
    </tr>
  );
};

const Rules = ({ steps, all }: { steps: Step[]; all: number }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <table className="wf">
      <caption className="vh">{t('prepare.wf.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('prepare.wf.by')}</th>
          <td aria-hidden="true" />
          <th scope="col">{t('prepare.wf.people')}</th>
          <th scope="col" className="left">
            {t('prepare.wf.left')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <StepRow key={step.cause} step={step} all={all} />
        ))}
      </tbody>
    </table>
  );
};

type WaterfallProps = { counts: Counts; off: readonly ExclusionCause[] };

/** From everybody who was targeted to those who get it: the whole at true scale, the excluded enlarged. */
export const Waterfall = ({ counts, off }: WaterfallProps): ReactNode => {
  const { _: t } = useLingui();
  const { number, percent } = useFormat();
  const { targeted, toDeliver } = counts;
  const all = targeted - toDeliver;
  const kept = share(toDeliver, targeted);
  const x = kept * 10;
  return (
    <div className="waterfall">
      <p className="wf-sum">
        <b>{t('prepare.targeted')}</b>
        <b className="num">{number(targeted)}</b>
      </p>
      <div className="wf-whole" aria-hidden="true">
        <i className="to" style={{ width: `${kept}%` }} />
        {all > 0 && <i className="ex" style={{ width: `${100 - kept}%` }} />}
      </div>
      <svg className="wf-fan" viewBox="0 0 1000 22" preserveAspectRatio="none" aria-hidden="true">
        <path d={`M${x} 0H1000V22H0Z`} stroke="none" />
      </svg>
      <Rules steps={stepsOf(counts, off)} all={all} />
      <p className="wf-sum muted">
        <span>
          {t('prepare.wf.all')} <span className="note">({percent(targeted === 0 ? null : share(all, targeted))})</span>
        </span>
        <span className="num">{all > 0 ? `− ${number(all)}` : '0'}</span>
      </p>
      <p className="wf-sum wf-end">
        <b>{t('prepare.toDeliver')}</b>
        <b className="num">{number(toDeliver)}</b>
      </p>
    </div>
  );
};
