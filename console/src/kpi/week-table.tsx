import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { WeekLine } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { noonOf, weekFigures } from './week-chart.tsx';

const WeekRow = ({ line }: { line: WeekLine }): ReactNode => {
  const { _: t } = useLingui();
  const { number, percent, day } = useFormat();
  return (
    <tr>
      <th scope="row">
        {day(noonOf(line.from))}
        <small>{t('weeks.number', { week: Number(line.week.slice(6)) })}</small>
      </th>
      <td>{number(line.runs)}</td>
      <td>{number(line.sent)}</td>
      {weekFigures.map((figure) => (
        <td key={figure}>
          {number(line[figure].count)}
          <small>{percent(line[figure].percent)}</small>
        </td>
      ))}
    </tr>
  );
};

/** All figures of each week, the latest first. */
export const WeekTable = ({ lines }: { lines: readonly WeekLine[] }): ReactNode => {
  const { _: t } = useLingui();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('weeks.title')}>
      <table className="tbl stacked four">
        <thead>
          <tr>
            <th scope="col">{t('weeks.week')}</th>
            <th scope="col">{t('weeks.runs')}</th>
            <th scope="col">{t('weeks.sent')}</th>
            {weekFigures.map((figure) => (
              <th key={figure} scope="col">
                {t(`weeks.of.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.toReversed().map((line) => (
            <WeekRow key={line.week} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
