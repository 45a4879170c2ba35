import type { UnknownPart, UnknownParts } from '../../domain/track/ports/unknown-parts.ts';

/** Parts of one event that are not known here, and when SES says that it happened. */
export type SeenUnknown = { parts: readonly UnknownPart[]; at: string };

type Ports = { unknownParts: UnknownParts; report: (what: string, facts: Record<string, string | number>) => void };
type Counted = { part: UnknownPart; seen: number; at: string };

/** At most so many writes for one batch. */
const MOST = 50;

const nameOf = ({ eventType, place, value }: UnknownPart): string =>
  `${eventType} ${place}${value === null ? '' : ` = ${value}`}`;

const counted = (events: readonly SeenUnknown[]): Map<string, Counted> => {
  const all = new Map<string, Counted>();
  for (const { parts, at } of events)
    for (const part of parts) {
      const before = all.get(nameOf(part));
      all.set(nameOf(part), { part, seen: (before?.seen ?? 0) + 1, at });
    }
  return all;
};

/**
 * Counts what SES says and we do not know, by name. It only informs: an event is recorded with what we do know of it,
 * and comes no second time because a count could not be kept.
 */
export const countUnknown = async (ports: Ports, events: readonly SeenUnknown[]): Promise<void> => {
  for (const [name, { part, seen, at }] of [...counted(events)].slice(0, MOST)) {
    ports.report('SES says something new', { name, seen });
    try {
      await ports.unknownParts.count(part, seen, at);
    } catch {
      ports.report('what SES said new is not counted', { name, seen });
    }
  }
};
