import { useState } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { progressOf, rateNow, withReading, type Progress, type Reading } from '../../../domain/kpi/progress.ts';

/** Where the run stands, at the rate of the last seconds as this page saw them. */
export const useProgress = ({ figures, underway, perSecond }: KpiView): Progress => {
  const [readings, setReadings] = useState<readonly Reading[]>([]);
  const { done } = progressOf(figures, underway, perSecond);
  const at = Date.parse(figures.asOf);
  // A new answer is a new reading; React renders once more with it before it shows anything.
  if (readings.at(-1)?.at !== at) setReadings(withReading(readings, { at, done }));
  return progressOf(figures, underway, rateNow(readings) ?? perSecond);
};
