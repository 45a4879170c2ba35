import canonicalize from 'canonicalize';
import * as z from 'zod';
import { Person } from '../people/people.ts';

/** Where a request came from, as the API saw it: `ip` is the chain of addresses that it was forwarded along. */
export const Origin = z.object({ ip: z.string(), userAgent: z.string() });
export type Origin = z.infer<typeof Origin>;

/** In place of the id of a run: the chain of what administrators did to people. */
export const PEOPLE_CHAIN = 'people';

/** The chain of what administrators did to webhooks. */
export const WEBHOOKS_CHAIN = 'webhooks';

/** The chain of what administrators did to the brand. */
export const BRAND_CHAIN = 'brand';

/** Who did what to a run, to somebody in the user pool, or to a setting of the stage. Never with addresses of recipients or tokens. */
export const AuditEntry = z.object({
  at: z.iso.datetime(),
  /** `people`, `webhooks`, `brand`: it is of no run, but of the people of the user pool, of webhooks or of the brand. */
  runId: z.string(),
  what: z.string(),
  /** Null: the product itself. */
  by: Person.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Absent where no request caused it. */
  origin: Origin.optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry in its place: `hash` is the SHA-256 of the canonical record without it, and the next entry's `prev`. */
export const AuditRecord = AuditEntry.extend({
  /** Counts from 1 without a gap. */
  seq: z.int().min(1),
  prev: z.string(),
  hash: z.string(),
}).meta({ id: 'AuditRecord' });
export type AuditRecord = z.infer<typeof AuditRecord>;

/** Hex digest. */
export type Sha256 = (text: string) => string;

/** `prev` of the first entry of a run. */
export const GENESIS = '0'.repeat(64);

const hashOf = (record: Omit<AuditRecord, 'hash'>, sha256: Sha256): string =>
  sha256(canonicalize({ ...record, hash: undefined }) ?? '');

/** The record that follows `last` (none: the first of its run). */
export const chained = (entry: AuditEntry, last: AuditRecord | undefined, sha256: Sha256): AuditRecord => {
  const record = { ...entry, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? GENESIS };
  return { ...record, hash: hashOf(record, sha256) };
};

export type Verdict = { holds: true; entries: number; last: string } | { holds: false; line: number; why: string };

const fault = (record: AuditRecord, last: AuditRecord | undefined, sha256: Sha256): string | undefined => {
  if (last && record.runId !== last.runId) return `belongs to another run than the entry before it`;
  const seq = (last?.seq ?? 0) + 1;
  if (record.seq !== seq) return `has number ${record.seq} where ${seq} should be: one is missing, added or moved`;
  if (record.prev !== (last?.hash ?? GENESIS)) return 'does not follow from the entry before it';
  return hashOf(record, sha256) === record.hash ? undefined : 'was changed: its hash is not that of what it says';
};

const parsed = (line: string): AuditRecord | undefined => {
  try {
    return AuditRecord.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

/**
 * Proves an export of JSON lines, or names the first line that breaks the chain. Entries cut off at the end
 * leave a chain that holds: compare `last` with the hash of a later export to see that.
 */
export const verifyChain = (text: string, sha256: Sha256): Verdict => {
  let last: AuditRecord | undefined;
  let line = 0;
  for (const written of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    line += 1;
    const record = parsed(written);
    if (!record) return { holds: false, line, why: 'is no audit entry' };
    const why = fault(record, last, sha256);
    if (why !== undefined) return { holds: false, line, why };
    last = record;
  }
  return { holds: true, entries: line, last: last?.hash ?? GENESIS };
};
