import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts } from '../../../domain/preparation.ts';
import { useFormat } from '../shell/format.ts';

type Step = Counts['excluded'][number] & { before: number; left: number };

/** The rules in order, each with how many it took out before and how many are left after it. */
const stepsOf = ({ targeted, excluded }: Counts): Step[] => {
  let before = 0;
  return excluded.map((exclusion) => {
    const step = { ...exclusion, before, left: targeted - before - exclusion.count };
    before += exclusion.count;
    return step;
  });
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

const StepRow = ({ step, all }: { step: Step; all: number }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const left = `${share(step.before, all)}%`;
  const width = `${share(step.count, all)}%`;
  return (
    <tr>
      <th scope="row">{t(`prepare.cause.${step.cause}`)}</th>
      <td className="wf-bar" aria-hidden="true">
        <div>{step.count > 0 && <i style={{ left, width }} />}</div>
      </td>
      <td className="num">{step.count > 0 ? `− ${number(step.count)}` : '0'}</td>
      <td className="num left muted">{number(step.left)}</td>
    </tr>
  );
};

const Rules = ({ steps, all }: { steps: Step[]; all: number }): ReactNode => {
  const { t } = useTranslation();
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

/** From everybody who was targeted to those who get it: the whole at true scale, the excluded enlarged. */
export const Waterfall = ({ counts }: { counts: Counts }): ReactNode => {
  const { t } = useTranslation();
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
      <Rules steps={stepsOf(counts)} all={all} />
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
