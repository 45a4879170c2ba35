import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { LIST, personAt } from './people.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export const sizeOf = ({ S, M, L, N }: AttributeValue): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (M)
    return 3 + Object.entries(M).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + 1 + sizeOf(value), 0);
  if (L) return 3 + L.reduce((sum, value) => sum + 1 + sizeOf(value), 0);
  return N === undefined ? 1 : 1 + Math.ceil(N.length / 2);
};

/** Somebody as an import left them, in the index of names. */
export const itemOf = (pk: string) => {
  const profile = {
    ...personAt(Number(pk.slice('P#p'.length))),
    lists: [LIST],
    importedAt: '2026-12-01T09:00:00.000Z',
  };
  return { pk, sk: 'PROFILE', lists: [LIST], doc: profile, named: 0, nameParts: '' };
};

const READ_BYTES = 4096;
/** Consistent, as profiles are read. */
export const unitsOf = (item: object): number => Math.ceil(JSON.stringify(item).length / READ_BYTES);

/** DynamoDB answers a query in pages of this many bytes. */
const PAGE_BYTES = 1_048_576;

type Kept = { sk: string; words: string; size: number };

/** The items of the index of names, by their partitions. */
export class NamesKept {
  private readonly parts = new Map<string, Kept[]>();

  keep(item: Record<string, AttributeValue>): void {
    const [pk = '', sk = '', words = ''] = [item['pk']?.S, item['sk']?.S, item['words']?.S];
    const part = this.parts.get(pk) ?? [];
    this.parts.set(pk, part);
    part.push({ sk, words, size: sizeOf({ M: item }) });
  }

  page(pk: string, prefix: string, after: string | undefined): { answer: object; units: number } {
    const part = (this.parts.get(pk) ?? []).filter(({ sk }) => sk.startsWith(prefix));
    part.sort((one, other) => (one.sk < other.sk ? -1 : 1));
    const start = after === undefined ? 0 : part.findIndex(({ sk }) => sk > after);
    let [bytes, end] = [0, start < 0 ? part.length : start];
    for (; end < part.length && bytes < PAGE_BYTES; end += 1) bytes += part[end]?.size ?? 0;
    const items = part.slice(start < 0 ? part.length : start, end);
    return {
      // Eventually consistent: half a unit for 4 KB.
      units: Math.max(0.5, Math.ceil(bytes / READ_BYTES) / 2),
      answer: {
        Items: items.map(({ sk, words }) => ({ pk: { S: pk }, sk: { S: sk }, words: { S: words } })),
        ...(end < part.length && { LastEvaluatedKey: { pk: { S: pk }, sk: { S: items.at(-1)?.sk ?? '' } } }),
      },
    };
  }
}
