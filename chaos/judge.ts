import { openMembers, type Group } from '../domain/model/ledger.ts';
import { CHUNK_SIZE } from '../domain/model/manifest.ts';
import { spansLeft } from '../domain/send/plan.ts';

/** What the ledger says of every message of a run, by number. */
export type Fate = 'handedOver' | 'refused' | 'optedOut' | 'open' | 'left';

const membersOf = ({ from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const settledIn = ({ outcome }: Group): [number, Fate][] =>
  outcome
    ? [
        ...outcome.handedOver.map(({ number }): [number, Fate] => [number, 'handedOver']),
        ...outcome.refused.map(({ number }): [number, Fate] => [number, 'refused']),
        ...outcome.optedOut.map((number): [number, Fate] => [number, 'optedOut']),
      ]
    : [];

/** Every claim that the ledger makes; a number that comes twice is a defect. */
const claimsOf = (chunk: number, recipients: number, groups: readonly Group[]): [number, Fate][] => [
  ...groups.flatMap(settledIn),
  ...groups.flatMap((group) => openMembers(group).map((n): [number, Fate] => [n, 'open'])),
  ...spansLeft(chunk, recipients, groups).flatMap((span) => membersOf(span).map((n): [number, Fate] => [n, 'left'])),
];

export type Books = { fates: Map<number, Fate>; defects: string[] };

/** The ledger of a run against its recipients: everybody in exactly one place. */
export const booksOf = (toDeliver: number, chunks: readonly Group[][]): Books => {
  const fates = new Map<number, Fate>();
  const defects: string[] = [];
  for (const [chunk, groups] of chunks.entries()) {
    const recipients = Math.min(CHUNK_SIZE, toDeliver - chunk * CHUNK_SIZE);
    for (const [number, fate] of claimsOf(chunk, recipients, groups)) {
      const before = fates.get(number);
      if (before !== undefined) defects.push(`message ${number} is ${before} and ${fate}`);
      fates.set(number, fate);
    }
  }
  if (fates.size !== toDeliver) defects.push(`the ledger knows ${fates.size} of ${toDeliver} messages`);
  return { fates, defects };
};

export const countOf = ({ fates }: Books, wanted: Fate): number =>
  [...fates.values()].filter((fate) => fate === wanted).length;

/** What SES had taken before the ledger was read, by message number: nobody twice, and nobody without a claim. */
export const againstSink = (sink: readonly number[], { fates }: Books): string[] => {
  const defects: string[] = [];
  const taken = new Set<number>();
  for (const number of sink) {
    if (taken.has(number)) defects.push(`message ${number} went out twice`);
    taken.add(number);
    const fate = fates.get(number);
    if (fate !== 'handedOver' && fate !== 'open')
      defects.push(`message ${number} went out, but is ${fate ?? 'nowhere'}`);
  }
  return defects;
};

/** Who is handed over by the ledger and unknown to SES, which was asked after the ledger was read. */
export const lostIn = ({ fates }: Books, sink: readonly number[]): string[] => {
  const taken = new Set(sink);
  return [...fates].flatMap(([number, fate]) =>
    fate === 'handedOver' && !taken.has(number) ? [`message ${number} is lost: SES never took it`] : [],
  );
};

/** What was settled stays as it was, whoever was killed since. */
export const againstBefore = (before: Books, after: Books): string[] =>
  [...before.fates].flatMap(([number, fate]) =>
    fate === 'left' || fate === 'open' || after.fates.get(number) === fate
      ? []
      : [`message ${number} was ${fate} and is ${after.fates.get(number) ?? 'nowhere'}`],
  );
