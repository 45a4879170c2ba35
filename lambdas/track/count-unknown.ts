import type { UnknownPart, UnknownParts } from '../../domain/track/ports/unknown-parts.ts';

type Ports = { unknownParts: UnknownParts; report: (what: string, facts: Record<string, string | number>) => void };
type Counted = { part: UnknownPart; seen: number };

/** At most so many writes for one batch. */
const MOST = 50;

const nameOf = ({ eventType, place, value }: UnknownPart): string =>
  `${eventType} ${place}${value === null ? '' : ` = ${value}`}`;

const counted = (parts: readonly UnknownPart[]): Map<string, Counted> => {
  const all = new Map<string, Counted>();
  for (const part of parts) all.set(nameOf(part), { part, seen: (all.get(nameOf(part))?.seen ?? 0) + 1 });
  return all;
};

/**
 * Counts what SES says and we do not know, by name, as seen at this time. It only informs: an event is recorded with what we do know of it,
 * and comes no second time because a count could not be kept.
 */
export const countUnknown = async (ports: Ports, parts: readonly UnknownPart[], at: string): Promise<void> => {
  for (const [name, { part, seen }] of [...counted(parts)].slice(0, MOST)) {
    ports.report('SES says something new', { name, seen });
    try {
      await ports.unknownParts.count(part, seen, at);
    } catch {
      ports.report('what SES said new is not counted', { name, seen });
    }
  }
};
