import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { letterOf } from '../../../domain/model/test-names.ts';
import { useFormat } from '../shell/format.ts';
import { zoneOf } from '../shell/schedule-text.ts';

/** What the test of a run came to, or when it is decided, in one sentence. */
export const AbTestNote = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { allOf, dateTime, number } = useFormat();
  const { abTest: test } = run.schedule;
  if (!test) return null;
  const by = t(`abTest.${test.decideBy}`);
  const zone = zoneOf(run.schedule);
  const result = run.abTest;
  if (!result) {
    const at = run.waves[1]?.notBefore;
    const said = at
      ? t('abTest.decidesAt', { time: dateTime(at, zone), by })
      : t('abTest.decides', { count: test.afterHours, n: number(test.afterHours), by });
    return <p className="small">{said}</p>;
  }
  const nameOf = (place: number): string => t('abTest.variant', { letter: letterOf(place) });
  const figures = result.figures.map(({ opened, clicked, known }, place) => {
    const did = number(test.decideBy === 'opens' ? opened : clicked);
    return t('abTest.figure', { name: nameOf(place), did, known: number(known) });
  });
  const winner = nameOf(result.figures.findIndex(({ id }) => id === result.winner));
  const isUnclear = result.reason === 'most' && !result.isClear;
  const values = { winner, by, time: dateTime(result.decidedAt, zone), figures: allOf(figures) };
  return <p className="small">{t(isUnclear ? 'abTest.most.unclear' : `abTest.${result.reason}`, values)}</p>;
};
