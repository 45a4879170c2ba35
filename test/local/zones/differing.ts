import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { offsetAt } from '../../../domain/calendar/zone-clock.ts';

/**
 * Prints the release that this process goes by, and the zones whose offsets are not those of the reference (offsets.py).
 * A program of its own: ICU takes its files when a process starts.
 */
const Rule = z.object({ zones: z.array(z.string()), changes: z.array(z.tuple([z.string(), z.int()])) });
const rules = readFileSync(new URL('offsets.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Rule.parse(JSON.parse(line)));

const DAY_MS = 86_400_000;
const UNTIL = Date.UTC(2031);

/** From each change until the next: its first minute, its last, and some between, for a change that the reference lacks. */
const moments = (changes: [string, number][]): [at: number, minutes: number][] =>
  changes.flatMap(([from, minutes], index) => {
    const [first, next] = [Date.parse(from), Date.parse(changes[index + 1]?.[0] ?? '') || UNTIL];
    const between = Array.from(
      { length: Math.floor((next - first) / (30 * DAY_MS)) },
      (_, n) => first + n * 30 * DAY_MS,
    );
    return [...between, first, next - 60_000].map((at): [number, number] => [at, minutes]);
  });

const differing = rules.flatMap(({ zones, changes }) =>
  zones.filter((zone) => moments(changes).some(([at, minutes]) => offsetAt(zone, at) !== minutes * 60_000)),
);
process.stdout.write(JSON.stringify({ release: process.versions['tz'], differing }));
