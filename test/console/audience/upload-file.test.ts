import { describe, expect, test } from '@jest/globals';
import { PART_BYTES, partsOf } from '../../../domain/audience/upload-parts.ts';
import { uploadFile, type Sent } from '../../../console/src/audience/upload-file.ts';

const BYTES = 3 * PART_BYTES + 10;
const file = new Blob([new Uint8Array(BYTES)]);

/** S3 as the API tells of it. `breaks`: connections that break, by the number of the try. */
const world = (breaks: ReadonlySet<number> = new Set()) => {
  const there = new Map<number, number>();
  const told: Sent[] = [];
  const waits: number[] = [];
  let tries = 0;
  const missing = async () => {
    const parts = partsOf(BYTES);
    const left = parts.filter(({ number }) => !there.has(number));
    const addressed = left.slice(0, 2).map((part) => ({ ...part, url: `https://s3/${part.number}` }));
    const [done, all] = [parts.length - left.length, parts.length];
    return { id: 'i', bytes: BYTES, partBytes: PART_BYTES, done, parts: all, missing: addressed };
  };
  const put = async (url: string, bytes: Blob) => {
    tries += 1;
    if (breaks.has(tries)) throw new TypeError('Failed to fetch');
    there.set(Number(url.split('/').at(-1)), bytes.size);
    return { ok: true };
  };
  const wait = async (ms: number) => void waits.push(ms);
  return { there, told, waits, ports: { missing, put, wait }, tell: (sent: Sent) => void told.push(sent) };
};

const sizes = new Map(partsOf(BYTES).map(({ number, bytes }) => [number, bytes]));

describe('an upload', () => {
  test('sends each part once and says how far it is', async () => {
    const { there, told, ports, tell } = world();
    await uploadFile(file, ports, tell, new AbortController().signal);
    expect(there).toEqual(sizes);
    expect(told.map(({ bytes }) => bytes)).toEqual(
      told.map(({ bytes }) => bytes).toSorted((one, other) => one - other),
    );
    expect(told.at(-1)).toEqual({ bytes: BYTES, isWaiting: false });
  });

  test('goes on where it was when the connection comes back, and waits longer each time that it does not', async () => {
    const { there, told, waits, ports, tell } = world(new Set([2, 3, 4]));
    await uploadFile(file, ports, tell, new AbortController().signal);
    expect(there).toEqual(sizes);
    expect(waits).toEqual([2000, 4000, 8000]);
    expect(told.some(({ isWaiting }) => isWaiting)).toBe(true);
  });

  test('ends when nothing gets through, and when somebody ends it', async () => {
    const always = new Set(Array.from({ length: 100 }, (_, index) => index));
    const { ports, tell } = world(always);
    await expect(uploadFile(file, ports, tell, new AbortController().signal)).rejects.toThrow('Failed to fetch');
    await expect(uploadFile(file, ports, tell, AbortSignal.abort())).rejects.toThrow();
  });
});
