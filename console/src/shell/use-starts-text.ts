import { useTranslation } from 'react-i18next';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { useFormat } from './format.ts';
import { zoneOf } from './schedule-text.ts';
import { startTextIn, type StartText } from './start-text.ts';

/** Starts of any schedule, in the language that is shown. */
export const useStartsText = (): ((schedule: Schedule) => StartText) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (schedule) => {
    const isEverywhere = schedule.mode === 'recurring' && schedule.recipientZone !== undefined;
    return startTextIn({ t, format }, { zone: zoneOf(schedule), isEverywhere });
  };
};
