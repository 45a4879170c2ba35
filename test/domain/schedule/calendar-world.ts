import { campaignEntryOf, type CampaignEntry, type LifeEntry } from '../../../domain/model/campaign-entry.ts';
import { entryOf, type RunEntry } from '../../../domain/model/run-entry.ts';
import { Run } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { CalendarQuery } from '../../../domain/schedule/calendar-api.ts';
import { getCalendar } from '../../../lambdas/schedule/show-calendar.ts';
import { author, awaiting, now, person } from '../samples.ts';

const approver = { ...person, groups: ['start-deliveries'] };
const at = Date.parse(now);

/** Each day at noon, UTC. */
export const daily = {
  mode: 'recurring' as const,
  frequency: { kind: 'daily' as const, time: '12:00' },
  zone: 'UTC',
  startsOn: '2026-11-01T12:00',
} satisfies Schedule;

export const onDate = {
  mode: 'onDate' as const,
  startSendingFrom: '2026-11-26T09:00',
  zone: 'UTC',
} satisfies Schedule;

export const campaign = (id: string, schedule: Schedule, different: Partial<CampaignEntry> = {}): CampaignEntry => ({
  ...campaignEntryOf({
    id,
    name: `Campaign ${id}`,
    createdBy: author,
    updatedBy: author,
    updatedAt: now,
    content: { subject: 'Hi' },
    list: 'friends',
    schedule,
  }),
  ...different,
});

export const run = (id: string, different: object = {}): RunEntry =>
  entryOf(Run.parse({ ...awaiting, id, campaignId: id, ...different }));

export const armed: LifeEntry = { state: 'armed', armedVersion: 1, skipped: [] };

type Facts = {
  campaigns?: CampaignEntry[];
  lives?: [string, LifeEntry][];
  runs?: RunEntry[];
  lastBegun?: [string, string][];
  unreadable?: string[];
};

/** GET /calendar, of a stage that has this and nothing else. */
export const calendarOf = async (facts: Facts, asked: Record<string, unknown> = {}) => {
  const { campaigns = [], lives = [], runs = [], lastBegun = [], unreadable = [] } = facts;
  const parts: string[] = [];
  const handle = getCalendar({
    campaigns: {
      entries: async () => ({
        campaigns: { items: campaigns, unreadable },
        lives: new Map(lives),
        lastBegun: new Map(lastBegun),
        open: new Set<string>(),
      }),
    },
    runLists: {
      inParts: async (some) => {
        parts.push(...some);
        return { items: runs, unreadable: [] };
      },
    },
    clock: () => at,
  });
  const query = CalendarQuery.parse({ from: '2026-11-23', to: '2026-11-29', zone: 'UTC', ...asked });
  const page = await handle({ params: {}, query, body: undefined, actor: approver, origin: { ip: '', userAgent: '' } });
  return { ...page, parts };
};
