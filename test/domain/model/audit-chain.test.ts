import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chained, verifyChain, type AuditEntry, type AuditRecord } from '../../../domain/model/audit-chain.ts';
import { now, person } from '../samples.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const entry = fc.record({
  at: fc.constant(now),
  runId: fc.constant('r'),
  what: fc.constantFrom('prepared', 'confirmed', 'stopped'),
  by: fc.constantFrom(person, null),
  facts: fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string(), fc.integer()), { maxKeys: 3 }),
});

const chainOf = (entries: AuditEntry[]): AuditRecord[] => {
  const records: AuditRecord[] = [];
  for (const each of entries) records.push(chained(each, records.at(-1), sha256));
  return records;
};

const exported = (records: unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

describe('the audit of a run', () => {
  const chains = fc.array(entry, { minLength: 2, maxLength: 12 }).map(chainOf);

  test('holds as it was written', () => {
    fc.assert(
      fc.property(chains, (records) => {
        const last = records.at(-1)?.hash;
        expect(verifyChain(exported(records), sha256)).toEqual({ holds: true, entries: records.length, last });
      }),
    );
  });

  test('names the first entry that was changed, whoever changed it and whatever of it', () => {
    const change = fc.constantFrom<(record: AuditRecord) => AuditRecord>(
      (record) => ({ ...record, what: `${record.what}!` }),
      (record) => ({ ...record, at: '2020-01-01T00:00:00.000Z' }),
      (record) => ({ ...record, by: { ...person, name: 'Somebody else' } }),
      (record) => ({ ...record, facts: { ...record.facts, reason: 'another' } }),
      (record) => ({ ...record, origin: { ip: '192.0.2.1', userAgent: 'another' } }),
      (record) => ({ ...record, hash: sha256(record.hash) }),
    );
    fc.assert(
      fc.property(chains, fc.nat(), change, (records, at, spoil) => {
        const place = at % records.length;
        const spoilt = records.map((record, index) => (index === place ? spoil(record) : record));
        expect(verifyChain(exported(spoilt), sha256)).toMatchObject({ holds: false, line: place + 1 });
      }),
    );
  });

  test('names the place where one was left out, doubled or written anew with a hash of its own', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (records, at) => {
        const place = at % (records.length - 1);
        const without = records.filter((_, index) => index !== place);
        expect(verifyChain(exported(without), sha256)).toMatchObject({ holds: false, line: place + 1 });
        const doubled = records.flatMap((record, index) => (index === place ? [record, record] : [record]));
        expect(verifyChain(exported(doubled), sha256)).toMatchObject({ holds: false, line: place + 2 });
        const forged = chained({ ...records[place]!, what: 'forged' }, records[place - 1], sha256);
        const rewritten = records.map((record, index) => (index === place ? forged : record));
        expect(verifyChain(exported(rewritten), sha256)).toMatchObject({ holds: false, line: place + 2 });
      }),
    );
  });

  test('says of a line that is none that it is none', () => {
    expect(verifyChain('{"what":"confirmed"}\n', sha256)).toMatchObject({ holds: false, line: 1 });
    expect(verifyChain('not json\n', sha256)).toMatchObject({ holds: false, line: 1 });
  });
});
