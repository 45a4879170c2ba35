import type { Home } from '../../../domain/prepare/api.ts';

/** The blocks of the front page, in the order of urgency. */
export const needs = [
  'yours',
  'awaiting',
  'paused',
  'held',
  'failed',
  'sending',
  'preparing',
] as const satisfies (keyof Home)[];
export type Need = (typeof needs)[number];
