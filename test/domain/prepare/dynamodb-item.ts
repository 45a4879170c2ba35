import { marshall } from '@aws-sdk/util-dynamodb';

/** In DynamoDB's own types; what the SDK cannot write it refuses here as it does there. */
type Value = { S?: string; N?: string; BOOL?: boolean; M?: Record<string, Value>; L?: Value[] };

const bytes = (text: string): number => {
  if (!text.isWellFormed()) throw new Error('ValidationException: the text is no Unicode');
  return Buffer.byteLength(text);
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const sizeOf = ({ S, M, L }: Value): number => {
  if (S !== undefined) return bytes(S);
  if (M) return 3 + Object.entries(M).reduce((sum, [name, value]) => sum + bytes(name) + 1 + sizeOf(value), 0);
  return L ? 3 + L.reduce((sum, value) => sum + 1 + sizeOf(value), 0) : 21;
};

/** Throws what DynamoDB would refuse: an item of more than 400 KB, or a key that is too long, of an index too. */
export const wouldTake = (item: Record<string, unknown>): void => {
  const marshalled = marshall(item, { removeUndefinedValues: true }) as Record<string, Value>;
  if (sizeOf({ M: marshalled }) > 400 * 1024) throw new Error('ValidationException: the item is too large');
  for (const [key, most] of [
    ['pk', 2048],
    ['sk', 1024],
    ['addressKey', 1024],
  ] as const) {
    const text = marshalled[key]?.S;
    if (text !== undefined && (text === '' || bytes(text) > most))
      throw new Error(`ValidationException: the key ${key} takes 1 to ${most} bytes`);
  }
};
