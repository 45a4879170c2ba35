import { createHash, createHmac, createSecretKey } from 'node:crypto';

type Data = string | ArrayBuffer | ArrayBufferView;

const bytesOf = (data: Data): Uint8Array => {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

const hashOf = (secret: Data | undefined) =>
  secret === undefined ? createHash('sha256') : createHmac('sha256', createSecretKey(bytesOf(secret)));

/**
 * Node's SHA-256 as the SDK asks for it. The SDK's own way to Node copies each hash before it reads it, and hands over
 * keys as bytes, which costs Node four times a key object.
 */
export class Sha256 {
  private hash: ReturnType<typeof hashOf>;
  private readonly secret: Data | undefined;

  constructor(secret?: Data) {
    this.secret = secret;
    this.hash = hashOf(secret);
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    this.hash = hashOf(this.secret);
  }
}
