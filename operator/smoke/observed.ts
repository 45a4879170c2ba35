import * as z from 'zod';
import type { Figures } from '../../domain/model/figures.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { KpiView, RecountUnderway, RecountView, StatsReport } from '../../domain/kpi/api.ts';
import { EventLine, HistoryLine, MessageLine } from '../../domain/track/api.ts';
import type { Api } from '../../local/demo/api.ts';
import type { Seen } from './judge-recipients.ts';
import { untilSeen } from './patience.ts';
import type { SimulatorRecipient } from './scenarios.ts';

/** What the API tells of each recipient now, by the id of the profile. */
export const seenOf = async (
  api: Api,
  runId: string,
  recipients: readonly SimulatorRecipient[],
): Promise<ReadonlyMap<string, Seen>> => {
  const messages = await api.all(`/runs/${runId}/messages`, MessageLine);
  const events = await api.all(`/runs/${runId}/events`, EventLine);
  const seen = new Map<string, Seen>();
  for (const { id } of recipients) {
    const message = messages.find(({ profileId }) => profileId === id);
    const { profile, standing } = await api.get(`/profiles/${id}`, ProfileDetail);
    seen.set(id, {
      state: message?.state,
      failure: message?.failure ?? null,
      happened: events.filter(({ profileId }) => profileId === id).map(({ kind }) => kind),
      quarantined: standing?.quarantine !== undefined,
      optedOut: profile.optedOut !== undefined,
    });
  }
  return seen;
};

const History = z.object({ items: z.array(HistoryLine) });

export const historiesOf = async (api: Api, recipients: readonly SimulatorRecipient[]) =>
  Promise.all(
    recipients.map(async (recipient) => ({
      recipient,
      lines: (await api.get(`/profiles/${recipient.id}/history`, History)).items,
    })),
  );

export type Recounted = { figures: Figures; difference: Readonly<Record<string, number>> };

/** "Compute stats", and the figures that it published; undefined: not within the time. */
export const recountedOf = async (api: Api, runId: string, ms: number): Promise<Recounted | undefined> => {
  const path = `/runs/${runId}/stats`;
  const answer = await api.post(path, {}, z.union([StatsReport, RecountUnderway]));
  const report =
    'difference' in answer
      ? answer
      : await untilSeen(async () => {
          const view = await api.get(path, RecountView);
          return view.state === 'done' ? view.report : undefined;
        }, ms);
  if (!report) return undefined;
  const { figures } = await api.get(`/runs/${runId}/kpis`, KpiView);
  return { figures, difference: report.difference };
};
