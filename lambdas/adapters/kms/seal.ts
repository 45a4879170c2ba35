import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Seal } from '../../../domain/people/ports/webhooks.ts';
import { Sealed } from '../../../domain/people/webhook.ts';

/** What is copied to another webhook's item does not decrypt, and neither does a task token. */
const context = (id: string) => ({ webhook: id });

export const sealWith = (kms: KMSClient, keyId: string): Seal => ({
  seal: async (id, sealed) => {
    const { CiphertextBlob = new Uint8Array() } = await kms.send(
      new EncryptCommand({
        KeyId: keyId,
        Plaintext: Buffer.from(JSON.stringify(sealed)),
        EncryptionContext: context(id),
      }),
    );
    return Buffer.from(CiphertextBlob).toString('base64');
  },
  open: async ({ id, sealed }) => {
    const { Plaintext = new Uint8Array() } = await kms.send(
      new DecryptCommand({
        KeyId: keyId,
        CiphertextBlob: Buffer.from(sealed, 'base64'),
        EncryptionContext: context(id),
      }),
    );
    return Sealed.parse(JSON.parse(Buffer.from(Plaintext).toString('utf8')));
  },
});
