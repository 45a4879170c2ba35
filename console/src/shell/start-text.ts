import type { I18n } from '@lingui/core';
import { WORLD_MS, worldTimeAt } from '../../../domain/calendar/world-time.ts';
import type { Format } from './format-in.ts';
import { wallClock } from './wall-clock.ts';

/** What a start is named with. */
type Speech = { t: I18n['_']; format: Pick<Format, 'dateTime' | 'day'> };

/** The zone of a schedule, undefined: the reader's own; and whether its starts are meant where each person is. */
type Meant = { zone: string | undefined; isEverywhere: boolean };

export type StartText = {
  /** By whose clock times of the schedule are. */
  clock: string;
  /** Which start of the schedule one is. */
  nameOf: (start: string) => string;
  /** The same with when it is: of a series that goes where each person is, from when to when. */
  spanOf: (start: string) => string;
};

/** When its time comes to the last person. */
const lastOf = (start: string): string => new Date(Date.parse(start) + WORLD_MS).toISOString();

/** Starts of a schedule in words; one that is meant where each person is has a time of the clock, and many instants. */
export const startTextIn = ({ t, format: { dateTime, day } }: Speech, { zone, isEverywhere }: Meant): StartText => {
  const at = (start: string): string => dateTime(start, zone);
  if (!isEverywhere) return { clock: zone ?? 'UTC', nameOf: at, spanOf: at };
  const clock = t('prepare.everywhere');
  const planned = (start: string): string => wallClock(worldTimeAt(start), day);
  return {
    clock,
    nameOf: (start) => `${planned(start)} (${clock})`,
    spanOf: (start) =>
      t('prepare.everywhere.span', { planned: planned(start), from: at(start), until: at(lastOf(start)) }),
  };
};
