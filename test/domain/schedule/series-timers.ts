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
    ensure: async (name: string, at: string, target: string, input: Record<string, string>) => {
      if (timers.has(name)) return false;
      await set(name, at, target, input);
      return true;
    },
    cancel: async (name: string) => void timers.delete(name),
  };
};
