import { seriesStates } from './series-life.ts';

/**
 * Where a campaign stands. A series: as it is armed (`draft`, `armed`, `paused`, `ended`). Another one: `draft` as long as
 * nobody prepared it, `underWay` while its last run is, then `done`.
 */
export const campaignStates = [...seriesStates, 'underWay', 'done'] as const;
export type CampaignState = (typeof campaignStates)[number];
