import type { Breakdown } from '../../../domain/model/breakdown.ts';
import { addCounters, zeroCounters, type Counters, type Figures } from '../../../domain/model/figures.ts';
import type { CampaignProfiles } from '../../../domain/model/profile-count.ts';
import type { Kpis } from '../../../domain/ports/kpis.ts';

/** The KPI table's promises, kept in memory; `adjust` moves the counters as events do. */
export type MemoryKpis = Kpis & { published: Figures[]; adjust: (runId: string, delta: Counters) => Promise<void> };

export const memoryKpis = (): MemoryKpis => {
  const counters = new Map<string, Counters>();
  const marks = new Map<string, string>();
  const published: Figures[] = [];
  const profiles = new Map<string, CampaignProfiles>();
  const breakdowns = new Map<string, Breakdown>();
  let marked = 0;
  let hour: string | undefined;
  return {
    published,
    counters: async (runId) => counters.get(runId) ?? zeroCounters(),
    adjust: async (runId, delta) => {
      counters.set(runId, addCounters(counters.get(runId) ?? zeroCounters(), delta));
    },
    markChanged: async (runId) => {
      marked += 1;
      marks.set(runId, String(marked));
    },
    changed: async () => [...marks].map(([runId, mark]) => ({ runId, mark })),
    clearChanged: async (runId, mark) => {
      if (marks.get(runId) === mark) marks.delete(runId);
    },
    publish: async (figures) => {
      published.push(figures);
    },
    noteHour: async (at) => {
      hour = at;
    },
    lastHour: async () => hour,
    latest: async (runId) => published.findLast((figures) => figures.runId === runId),
    publishBreakdown: async (breakdown) => {
      breakdowns.set(breakdown.runId, breakdown);
    },
    breakdown: async (runId) => breakdowns.get(runId),
    publishProfiles: async (counted) => void profiles.set(counted.campaignId, counted),
    profiles: async (campaignId) => profiles.get(campaignId),
    series: async (runId) => published.filter((figures) => figures.runId === runId),
  };
};
