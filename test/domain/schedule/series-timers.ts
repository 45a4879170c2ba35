import { SeriesLife } from '../../../domain/model/series-life.ts';

export type SeriesTimer = { at: string; input: { campaignId: string; occurrence: string } };

/** The Scheduler in memory, as far as it starts runs of series. */
export const timersIn = (timers: Map<string, SeriesTimer>) => {
  const set = async (name: string, at: string, _target: string, input: Record<string, string>): Promise<void> => {
    const { campaignId, occurrence } = input;
    if (campaignId !== undefined && occurrence !== undefined)
      timers.set(name, { at, input: { campaignId, occurrence } });
  };
  return {
    set,
    waitingFor: async (name: string) => timers.get(name)?.at,
    cancel: async (name: string) => void timers.delete(name),
  };
};

/** What is kept of the lives of series, in memory. */
export const livesIn = (lives: Map<string, SeriesLife>) => ({
  get: async (campaignId: string) => lives.get(campaignId),
  replace: async (campaignId: string, life: SeriesLife) => {
    if ((lives.get(campaignId)?.revision ?? 0) !== life.revision - 1) return false;
    lives.set(campaignId, SeriesLife.parse(life));
    return true;
  },
});

/** Of campaigns that nobody armed since lives are kept. */
export const noLives = livesIn(new Map());
