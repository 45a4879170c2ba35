import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useWeeks, weeksPath } from '../kpi/use-weeks.ts';
import { WeekChart, weekFigures, type WeekFigure } from '../kpi/week-chart.tsx';
import { WeekTable } from '../kpi/week-table.tsx';
import { CriterionField } from '../shell/criteria-fields.tsx';
import { useFormat } from '../shell/format.ts';
import { LogDownload } from '../shell/log-download.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { useCriteria, type Criteria } from '../shell/use-criteria.ts';
import { Waiting } from '../shell/waiting.tsx';

/** The first is asked for when nothing else is. */
const spans = ['', '52'] as const;
const weeksOf = (value: string): number => (value === '52' ? 52 : 12);

const figureOf = (value: string): WeekFigure => weekFigures.find((figure) => figure === value) ?? 'delivered';

const Choices = ({ criteria }: { criteria: Criteria }): ReactNode => {
  const { _: t } = useLingui();
  const lengths = spans.map((value) => ({ value, label: t('weeks.last', { n: weeksOf(value) }) }));
  const figures = weekFigures.map((figure) => ({
    value: figure === 'delivered' ? '' : figure,
    label: t(`weeks.of.${figure}`),
  }));
  return (
    <div className="row">
      <CriterionField label={t('weeks.span')} name="weeks" criteria={criteria} options={lengths} />
      <CriterionField label={t('weeks.figure')} name="figure" criteria={criteria} options={figures} />
    </div>
  );
};

const Sums = ({ weeks, figure }: { weeks: number; figure: WeekFigure }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { data, error } = useWeeks(weeks);
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  const asOf = data.asOf ? (
    <Trans id="kpi.chart.asOf" values={{ at: dateTime(data.asOf) }} components={{ b: <b /> }} />
  ) : undefined;
  return (
    <Tile title={t('weeks.title')} asOf={asOf} footer={<LogDownload path={weeksPath(weeks)} />}>
      {data.asOf === null && <p className="muted">{t('kpi.chart.notYet')}</p>}
      {data.isCounting && <p className="note">{t('weeks.counting')}</p>}
      <WeekChart lines={data.items} figure={figure} />
      <WeekTable lines={data.items} />
      <p className="note">{t('weeks.how')}</p>
    </Tile>
  );
};

/** `/figures`: what all campaigns came to, week by week. */
export const FiguresPage = (): ReactNode => {
  const { _: t } = useLingui();
  const criteria = useCriteria();
  return (
    <Page title={t('shell.figures')} heading>
      <Choices criteria={criteria} />
      <Sums weeks={weeksOf(criteria.value('weeks'))} figure={figureOf(criteria.value('figure'))} />
    </Page>
  );
};
