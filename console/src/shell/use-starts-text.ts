import { useLingui } from '@lingui/react';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { useFormat } from './format.ts';
import { zoneOf } from './schedule-text.ts';
import { startTextIn, type StartText } from './start-text.ts';

/** Starts of any schedule, in the language that is shown. */
export const useStartsText = (): ((schedule: Schedule) => StartText) => {
  const { _: t } = useLingui();
  const format = useFormat();
  return (schedule) => {
    const isEverywhere = schedule.mode === 'recurring' && schedule.recipientZone !== undefined;
    return startTextIn({ t, format }, { zone: zoneOf(schedule), isEverywhere });
  };
};
