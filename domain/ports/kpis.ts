import type { Breakdown } from '../model/breakdown.ts';
import type { Counters, Figures } from '../model/figures.ts';
import type { CampaignProfiles } from '../model/profile-count.ts';

export type Kpis = {
  counters(runId: string): Promise<Counters>;
  markChanged(runId: string): Promise<void>;
  changed(): Promise<{ runId: string; mark: string }[]>;
  /** Forgets the mark unless the run was marked again meanwhile. */
  clearChanged(runId: string, mark: string): Promise<void>;
  publish(figures: Figures): Promise<void>;
  /** The hourly rule has done its work; says so even when nothing had changed. */
  noteHour(at: string): Promise<void>;
  /** When it last did. */
  lastHour(): Promise<string | undefined>;
  latest(runId: string): Promise<Figures | undefined>;
  publishBreakdown(breakdown: Breakdown): Promise<void>;
  breakdown(runId: string): Promise<Breakdown | undefined>;
  /** Distinct profiles of a campaign, as last counted. */
  publishProfiles(profiles: CampaignProfiles): Promise<void>;
  profiles(campaignId: string): Promise<CampaignProfiles | undefined>;
  series(runId: string): Promise<Figures[]>;
};
