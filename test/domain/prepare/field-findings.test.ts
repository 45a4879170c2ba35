import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Recipient } from '../../../domain/model/manifest.ts';
import { FieldFindings, FieldState } from '../../../domain/prepare/field-findings.ts';

const nothingAsked = { dates: [], values: [] };
const value = fc.constantFrom('', 'a', 'bb', 'a long value');
const recipients: fc.Arbitrary<Recipient[]> = fc.array(
  fc.record({ name: value, city: value }).map((data) => ({ profileId: 'p', address: 'p@post.example', data })),
  { maxLength: 30 },
);

const lengthOf = ({ data }: Recipient): number => Object.values(data).join('').length;
const missingIn = ({ data }: Recipient): number => Object.values(data).filter((one) => one === '').length;

test('of any audience nobody has longer values or more empty ones than those who are picked, wherever they stand', () => {
  fc.assert(
    fc.property(recipients, fc.nat(30), (people, cut) => {
      let findings = new FieldFindings(nothingAsked);
      for (const [number, recipient] of people.entries()) {
        // Somebody else goes on here, with what can be written down.
        if (number === cut)
          findings = new FieldFindings(nothingAsked, FieldState.parse(JSON.parse(JSON.stringify(findings.state()))));
        findings.add(recipient, number);
      }
      const samples = findings.samples();
      expect(new Set(samples.map(({ number }) => number)).size).toBe(samples.length);
      const picked = samples.map(({ number }) => people[number]!);
      if (people.length > 0) {
        expect(samples[0]).toEqual({ kind: 'first', number: 0 });
        expect(Math.max(...picked.map(lengthOf))).toBe(Math.max(...people.map(lengthOf)));
        expect(Math.max(...picked.map(missingIn))).toBe(Math.max(...people.map(missingIn)));
      }
      for (const name of ['name', 'city'])
        expect(findings.empty.get(name) ?? 0).toBe(people.filter(({ data }) => data[name] === '').length);
    }),
  );
});
