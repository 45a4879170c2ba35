import type { Profiles } from '../../domain/ports/profiles.ts';
import { originOf, parseSesEvent } from '../../domain/track/ses-event.ts';
import { keepStanding } from './keep-standing.ts';
import { recordEvents, type Arrived, type RecordPorts } from './record-events.ts';

export type ConsumePorts = RecordPorts & {
  profiles: Profiles;
  /** Told of what could not be recorded: a sentence and figures, never a body. */
  report: (what: string, facts: Record<string, string | number>) => void;
};

type Message = { id: string; body: string };
type Sorted = { byRun: Map<string, { id: string; arrived: Arrived }[]>; failed: string[]; unmatched: number };

const causeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const sort = (ports: ConsumePorts, messages: readonly Message[]): Sorted => {
  const sorted: Sorted = { byRun: new Map(), failed: [], unmatched: 0 };
  for (const { id, body } of messages) {
    try {
      const event = parseSesEvent(body);
      const origin = originOf(event);
      if (!origin) sorted.unmatched += 1;
      else
        sorted.byRun.set(origin.runId, [...(sorted.byRun.get(origin.runId) ?? []), { id, arrived: { origin, event } }]);
    } catch (error) {
      ports.report('a body that is no SES event', { id, cause: causeOf(error) });
      sorted.failed.push(id);
    }
  }
  return sorted;
};

/** A batch from the events queue, run by run. What failed comes again; recording it twice changes nothing. */
export const consumeEvents =
  (ports: ConsumePorts) =>
  async (messages: readonly Message[]): Promise<{ failed: string[] }> => {
    const { byRun, failed, unmatched } = sort(ports, messages);
    if (unmatched > 0) ports.report('events of no message of ours', { unmatched });
    for (const [runId, entries] of byRun) {
      const arrived = entries.map((entry) => entry.arrived);
      try {
        await recordEvents(ports, runId, arrived);
        await keepStanding(ports.profiles, arrived);
      } catch (error) {
        ports.report('events not recorded', { runId, events: entries.length, cause: causeOf(error) });
        failed.push(...entries.map(({ id }) => id));
      }
    }
    return { failed };
  };
