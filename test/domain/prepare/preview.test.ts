import { expect, test } from '@jest/globals';
import { chunkKey, Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { previewRun } from '../../../lambdas/prepare/preview-run.ts';
import { sendProofs, type ProofPorts } from '../../../lambdas/prepare/send-proofs.ts';
import { awaiting, manifest, person, preparation } from '../samples.ts';
import { orderly } from './prepare-world.ts';

/** A run that was frozen as mails once were: without being put together. */
const frozen = (html: string): ProofPorts => {
  const { prefix } = preparation;
  const objects = new Map([
    [manifestKey(prefix), JSON.stringify(Manifest.parse({ ...manifest, content: splitContent({ ...orderly, html }) }))],
    [
      chunkKey(prefix, 0),
      JSON.stringify({
        runId: 'r',
        chunk: 0,
        recipients: [{ profileId: 'p', address: 'a@post.example', data: { name: 'Cher' } }],
      }),
    ],
  ]);
  return {
    runs: { get: async () => awaiting },
    content: { get: async (key: string) => objects.get(key) },
    audit: { ofRun: async () => [] },
    mailer: { send: async () => {} },
    people: { isOfSomebody: async () => true },
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
  body: { addresses: ['me@post.example'] },
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
