import { AB_PEOPLE_MAX, AB_VARIANTS_MAX, type AbTest } from '../model/ab-test.ts';
import { hash64 } from '../values/hash.ts';

/** A number from 0 to 2³²: the same in each step of a preparation, another one in another run, and not that of waves. */
export const abRankOf = (runId: string, profileId: string): number => hash64(`${runId}/abTest/${profileId}`).high;

/** So many are in the test at most, of each variant somebody; until everybody was looked at nobody knows how many those are. */
export const mostTested = ({ share }: AbTest): number =>
  share.by === 'number' ? Math.max(share.people, AB_VARIANTS_MAX) : AB_PEOPLE_MAX;

/** How many of all are in the test: in each variant somebody, as far as there are so many. */
export const testedOf = (test: AbTest, all: number, variants: number): number => {
  const { share } = test;
  const asked = share.by === 'number' ? share.people : Math.round((all * share.percent) / 100);
  return Math.min(all, mostTested(test), Math.max(asked, variants));
};

/**
 * Those in the test, each with the content that they get, in equal parts; and everybody else.
 * @param ranked who may be in it, the lowest ranks of all, in their order
 * @param ids of the contents, the campaign's own (undefined) first
 */
export const splitForTest = <T>(
  ranked: readonly T[],
  tested: number,
  ids: readonly (string | undefined)[],
): { test: { item: T; variant: string | undefined }[]; rest: T[] } => ({
  test: ranked.slice(0, tested).map((item, place) => ({ item, variant: ids[place % ids.length] })),
  rest: ranked.slice(tested),
});
