import * as z from 'zod';

/** A value as DynamoDB writes it on the wire. */
export type Value =
  | { S: string }
  | { N: string }
  | { B: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { SS: string[] }
  | { NS: string[] }
  | { M: Item }
  | { L: Value[] };
export type Item = { [name: string]: Value };

export const Value: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.object({ S: z.string() }),
    z.object({ N: z.string() }),
    z.object({ B: z.string() }),
    z.object({ BOOL: z.boolean() }),
    z.object({ NULL: z.literal(true) }),
    z.object({ SS: z.array(z.string()) }),
    z.object({ NS: z.array(z.string()) }),
    z.object({ M: Item }),
    z.object({ L: z.array(Value) }),
  ]),
);
export const Item: z.ZodType<Item> = z.lazy(() => z.record(z.string(), Value));

const sizeOfNumber = (digits: string): number => Math.ceil(digits.length / 2) + 1;

/** Sizes as DynamoDB charges them (developer guide, "DynamoDB item sizes and formats"). */
const sizeOf = (value: Value): number => {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return sizeOfNumber(value.N);
  if ('B' in value) return Math.ceil((value.B.length * 3) / 4);
  if ('SS' in value) return value.SS.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if ('NS' in value) return value.NS.reduce((sum, digits) => sum + sizeOfNumber(digits), 0);
  if ('M' in value) return 3 + itemSize(value.M) + Object.keys(value.M).length;
  if ('L' in value) return 3 + value.L.reduce((sum, one) => sum + sizeOf(one) + 1, 0);
  return 1;
};

/** Bytes. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOf(value), 0);
