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
