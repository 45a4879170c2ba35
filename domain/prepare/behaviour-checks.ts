import { MOST_BYTES } from '../model/look-at-messages.ts';
import { listsIn, segmentsIn, type AudienceFilter } from '../model/audience-filter.ts';
import type { FrozenLook } from '../model/manifest.ts';
import type { Check } from '../model/preparation.ts';
import type { FrozenSegment } from '../model/segment.ts';

/** Blocks a run whose filter names segments that are gone: nobody knows whom they meant. */
export const segmentsGone = (filter: AudienceFilter | undefined, known: readonly FrozenSegment[]): Check[] => {
  const ids = new Set(known.map(({ id }) => id));
  const gone = segmentsIn(filter?.conditions ?? []).filter((id) => !ids.has(id));
  return gone.length > 0 ? [{ code: 'segmentsKnown', verdict: 'blocking', facts: { places: gone } }] : [];
};

/**
 * Lists that the filter and its segments ask for by name. The one that a campaign targets is none of them: without it
 * nobody is reached, and that is told.
 */
export const listsAsked = (filter: AudienceFilter | undefined, segments: readonly FrozenSegment[]): string[] => [
  ...new Set([...listsIn({ list: '', filter }), ...segments.flatMap(listsIn)]),
];

/** Blocks a run whose filter asks for lists that are gone: whoever was not meant because they are on one of them would be. */
export const listsGone = (gone: readonly string[]): Check[] =>
  gone.length > 0 ? [{ code: 'listsKnown', verdict: 'blocking', facts: { places: [...gone] } }] : [];

/**
 * Blocks a run whose filter asks about messages of which it is not known who got them: the run is not there, has sent
 * nothing, or its people are deleted. Somebody who got one could be taken for somebody who did not.
 */
export const messagesGone = (missing: readonly string[]): Check[] =>
  missing.length > 0 ? [{ code: 'messagesKnown', verdict: 'blocking', facts: { places: [...new Set(missing)] } }] : [];

/** Blocks a run of whose people and messages more is asked than is kept at a time: nobody is judged by a part of it. */
export const messagesTooMany = (isTooLarge: boolean): Check[] =>
  isTooLarge
    ? [{ code: 'behaviourFits', verdict: 'blocking', facts: { limit: Math.round(MOST_BYTES / 1024 / 1024) } }]
    : [];

/** By what was asked beyond the profiles: which segments, which runs and when, and of how many nobody can say what they did. */
export const beyondChecks = (known: {
  segments: readonly FrozenSegment[];
  looked: Omit<FrozenLook, 'unknown'> | null;
  unseen: number;
}): Check[] => {
  const { segments, looked, unseen } = known;
  const names = segments.map(({ name }) => name);
  const runs = looked?.runs.map(
    ({ campaignName, sendingStartedAt }) => `${campaignName} (${sendingStartedAt.slice(0, 10)})`,
  );
  return [
    ...(names.length > 0
      ? [{ code: 'segmentsKnown' as const, verdict: 'passed' as const, facts: { places: names } }]
      : []),
    ...(looked && runs
      ? [
          {
            code: 'messagesKnown' as const,
            verdict: 'passed' as const,
            facts: { places: [...new Set(runs)], at: looked.asOf },
          },
          {
            code: 'behaviourKnown' as const,
            verdict: unseen > 0 ? ('information' as const) : ('passed' as const),
            facts: { people: unseen, at: looked.asOf },
          },
        ]
      : []),
  ];
};
