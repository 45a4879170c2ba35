const encoder = new TextEncoder();

const bytesOfText = (text: string): number => encoder.encode(text).length;

/**
 * Bytes of a value as DynamoDB counts them for the size of an item, never fewer: texts and names in UTF-8, three for
 * each list or map and one for each element of it, a number by its digits
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html). What is undefined
 * is not stored.
 */
export const itemBytes = (value: unknown): number => {
  if (typeof value === 'string') return bytesOfText(value);
  if (typeof value === 'number') return String(value).length + 1;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + 1 + itemBytes(inner), 3);
  return Object.entries(value).reduce(
    (sum, [name, inner]) => (inner === undefined ? sum : sum + 1 + bytesOfText(name) + itemBytes(inner)),
    3,
  );
};
