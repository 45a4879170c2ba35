import { describe, expect, test } from '@jest/globals';
import { MAX_WRITES } from '../../../domain/audience/import-limits.ts';
import type { SuppressionEntry } from '../../../domain/audience/suppression-entries.ts';
import type { Actor } from '../../../domain/people/people.ts';
import { digestOf } from '../../../lambdas/adapters/dynamodb/address-digest.ts';
import { refuseOptedOut } from '../../../lambdas/prepare/refuse-opted-out.ts';
import {
  importSuppressions,
  removeSuppression,
  testSuppression,
  type SuppressionPorts,
} from '../../../lambdas/audience/suppressions.ts';
import { makingOf, now, person } from '../samples.ts';
import { OptOutWorld } from './opt-out-world.ts';

const actor: Actor = { ...person, groups: ['administration'] };

const nameOf = (entry: SuppressionEntry): string => {
  if (entry.kind === 'hash') return `A#${entry.hash}`;
  return entry.kind === 'address' ? `A#${digestOf(entry.key)}` : `D#${digestOf(entry.domain)}`;
};

const world = () => {
  const list = new Set<string>();
  const audited: unknown[] = [];
  const ports: SuppressionPorts = {
    suppressions: {
      add: async (entries) => {
        const before = list.size;
        for (const entry of entries) list.add(nameOf(entry));
        return list.size - before;
      },
      remove: async (entry) => list.delete(nameOf(entry)),
      known: async (entries) => entries.filter((entry) => list.has(nameOf(entry))),
      count: async () => ({
        addresses: [...list].filter((name) => name.startsWith('A')).length,
        domains: [...list].filter((name) => name.startsWith('D')).length,
      }),
    },
    audit: { append: async (entry) => void audited.push(entry) },
    clock: () => Date.parse(now),
  };
  const asked = { params: {}, query: {}, actor, origin: { ip: '', userAgent: '' } };
  return {
    audited,
    add: async (text: string) =>
      importSuppressions(ports)({ ...asked, body: Buffer.from(text), making: makingOf('file') }),
    by: async (entry: string) => (await testSuppression(ports)({ ...asked, body: { entry } })).by,
    remove: async (entry: string) => removeSuppression(ports)({ ...asked, body: { entry, reason: 'a mistake' } }),
  };
};

describe('the suppression list', () => {
  test('adds addresses, domains and hashes, says how many were known and which lines are none', async () => {
    const { add } = world();
    const text = `anna@post.example\nrival.example\n${digestOf('bo@post.example')}\nBo@Post.example\nnobody`;
    expect(await add(text)).toEqual({
      addresses: 2,
      domains: 1,
      added: 3,
      known: 1,
      rejected: 1,
      rejectedLines: [5],
      domainsNamed: ['rival.example'],
    });
    expect(await add(text)).toMatchObject({ added: 0, known: 4, addresses: 2, domains: 1 });
  });

  test('names the domains of a file, those with most people first', async () => {
    const { domainsNamed } = await world().add('mail.rival.example\n@gmail.com\nanna@post.example\nco.uk\nCO.UK');
    expect(domainsNamed).toEqual(['co.uk', 'gmail.com', 'mail.rival.example']);
  });

  test('takes no cell apart: what a quoted one says over several lines is no entry of its own', async () => {
    const { add, by } = world();
    const file = [
      'Name;Address;Reason',
      '"Meyer; Anna";anna@post.example;"wrote by hand from',
      'mailer.example',
      'and called"',
      'nobody;;',
      '"Bo ""B"" Schulz";bo@post.example;',
    ];
    expect(await add(file.join('\r\n'))).toMatchObject({ added: 2, rejected: 1, rejectedLines: [5] });
    expect([await by('x@mailer.example'), await by('bo@post.example')]).toEqual([null, 'address']);
    await expect(add('anna@post.example\n"bo@post.example\ncy@post.example')).rejects.toMatchObject({
      cause: 'csvUnreadable',
    });
  });

  test('tells of one address whether it is on it, by itself or by a domain, and never lists', async () => {
    const { add, by } = world();
    await add(`anna@post.example\nrival.example\n${digestOf('bo@post.example')}`);
    expect(await by(' ANNA@post.example ')).toBe('address');
    expect(await by('bo@post.example')).toBe('address');
    expect(await by(digestOf('anna@post.example'))).toBe('address');
    expect(await by('cy@mail.rival.example')).toBe('domain');
    expect(await by('mail.rival.example')).toBe('domain');
    expect(await by('cy@post.example')).toBeNull();
    expect(await by('post.example')).toBeNull();
    await expect(by('nonsense')).rejects.toMatchObject({ cause: 'noSuppressionEntry' });
  });

  test('lets go of one entry as it was imported, and the audit says who and why without it', async () => {
    const { add, by, remove, audited } = world();
    await add('anna@rival.example\nrival.example');
    expect(await remove('Anna@Rival.example')).toEqual({ addresses: 0, domains: 1 });
    expect(await by('anna@rival.example')).toBe('domain');
    await expect(remove('anna@rival.example')).rejects.toMatchObject({ code: 'not-found', cause: 'notSuppressed' });
    expect(audited).toMatchObject([
      { what: 'suppressionsImported', facts: { entries: 2, added: 2 } },
      { what: 'suppressionRemoved', facts: { kind: 'address', reason: 'a mistake' } },
    ]);
    expect(JSON.stringify(audited)).not.toContain('rival');
  });

  test('refuses what holds nothing, and more than one import writes', async () => {
    const { add } = world();
    await expect(add('')).rejects.toMatchObject({ cause: 'noSuppressionEntry' });
    await expect(add('Name\nnobody')).rejects.toMatchObject({ cause: 'noSuppressionEntry' });
    const many = Array.from({ length: MAX_WRITES + 1 }, (_, row) => `r${row}.example`).join('\n');
    await expect(add(many)).rejects.toMatchObject({ code: 'too-large', facts: { rows: MAX_WRITES + 1 } });
    await expect(add('x'.repeat(4_500_001))).rejects.toMatchObject({ cause: 'fileTooLarge' });
  });
});

test('who is on it gets no run, under whatever id and spelling, and no proof that names them', async () => {
  const people = new OptOutWorld();
  people.suppressions.add('address', digestOf('rosa@post.example'));
  people.suppressions.add('domain', digestOf('rival.example'));
  await people.import({ id: 'p1', address: 'ROSA@Post.example', out: false });
  await people.import({ id: 'p2', address: 'cy@mail.rival.example', out: false });
  await people.import({ id: 'p3', address: 'bo@post.example', out: false });
  expect((await people.send()).map(({ profileId }) => profileId)).toEqual(['p3']);
  const refused = refuseOptedOut({ profiles: people.profiles }, ['bo@post.example', 'Rosa@post.example']);
  await expect(refused).rejects.toMatchObject({
    cause: 'proofSuppressed',
    facts: { positions: [2] },
    message: expect.not.stringMatching(/rosa/i),
  });
  expect(await people.look('p1')).toMatchObject({ onSuppressionList: true, addressOptOut: null });
});
