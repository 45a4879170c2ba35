import { expect, test } from '@jest/globals';
import { chunkKey, Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { Directory } from '../../../domain/values/directory.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { previewRun } from '../../../lambdas/prepare/preview-run.ts';
import { sendProofs, type ProofPorts } from '../../../lambdas/prepare/send-proofs.ts';
import { awaiting, manifest, person, preparation } from '../samples.ts';
import { orderly } from './prepare-world.ts';

/** A run that was frozen as mails once were: without being put together. */
const frozen = (html: string, people = ['Cher'], sent: string[] = []): ProofPorts => {
  const recipients = people.map((name, index) => ({
    profileId: index === 0 ? 'p' : `p${index}`,
    address: 'a@post.example',
    data: { name },
  }));
  const { prefix } = preparation;
  const chunks = [{ recipients: recipients.length, sha256: '' }];
  const objects = new Map([
    [
      manifestKey(prefix),
      JSON.stringify(Manifest.parse({ ...manifest, chunks, content: splitContent({ ...orderly, html }) })),
    ],
    [
      chunkKey(prefix, 0),
      JSON.stringify({
        runId: 'r',
        chunk: 0,
        recipients,
      }),
    ],
  ]);
  const directory = new Directory();
  for (const { profileId } of recipients) directory.add(profileId);
  return {
    runs: { get: async () => awaiting },
    content: { get: async (key: string) => objects.get(key), getBytes: async () => directory.bytes() },
    audit: { ofRun: async () => [], append: async () => {} },
    mailer: { send: async ({ html: body }: { html: string }) => void sent.push(body) },
    proofCounts: { of: async () => ({ run: 0, day: 0 }), add: async () => true },
    people: { isOfSomebody: async () => true },
    testProfiles: { among: async () => new Set() },
    profiles: {
      addressOptOuts: async () => undefined,
      addressStatus: async () => undefined,
      isOnSuppressionList: async () => false,
    },
    proofRules: { domains: [], testAddresses: [], perRun: 1, perDay: 1 },
    clock: () => 0,
    consoleUrl: 'https://freigabe.example',
  } as never;
};

const asked = {
  params: { id: 'r' },
  query: { as: 0 },
  body: { addresses: ['me@post.example'], as: 0 },
  actor: person,
} as never;

test.each([
  '{{ name | split: " " | slice: 1, 1 | first }}{{ name.last }}',
  '{% for i in (1..1000000000) %}x{% endfor %}',
])('a mail that cannot be put together is a refusal with its cause, not a fault of the server: %s', async (html) => {
  for (const ask of [async () => previewRun(frozen(html))(asked), async () => sendProofs(frozen(html))(asked)]) {
    const refusal: unknown = await ask().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ code: 'wrong-state', cause: 'mailNotRendered' });
    expect(String(refusal)).not.toContain('Cher');
  }
});

test('a preview and a proof are filled in for any profile of the audience', async () => {
  const sent: string[] = [];
  const ports = frozen('<p>Hello {{ name }}</p>', ['Cher', 'Ines', 'Olaf'], sent);
  const as = (profile: string) => ({ ...(asked as object), query: { as: 0, profile } }) as never;
  expect(await previewRun(ports)(as('p2'))).toMatchObject({ as: null, kind: 'chosen', html: '<p>Hello Olaf</p>' });
  expect(await previewRun(ports)(asked)).toMatchObject({ as: 0, kind: 'first', html: '<p>Hello Cher</p>' });
  await expect(previewRun(ports)(as('p9'))).rejects.toMatchObject({ code: 'not-found', cause: 'notInAudience' });
  const body = { addresses: ['me@post.example'], as: 0, profile: 'p1' };
  await sendProofs(ports)({ ...(asked as object), body } as never);
  expect(sent).toEqual(['<p>Hello Ines</p>']);
});
