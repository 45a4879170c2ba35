import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

type Data = string | ArrayBuffer | ArrayBufferView;

const bytesOf = (data: Data): Uint8Array => {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

/** The signer keeps the bytes of its signing key for a day, and asks with the same ones for each request. */
const keysOfBytes = new WeakMap<ArrayBuffer | ArrayBufferView, KeyObject>();
/** Of the secret of the credentials in use: there is one at a time. */
let keyOfText: { text: string; key: KeyObject } | undefined;

const keyOf = (secret: Data): KeyObject => {
  if (typeof secret === 'string') {
    if (keyOfText?.text !== secret) keyOfText = { text: secret, key: createSecretKey(bytesOf(secret)) };
    return keyOfText.key;
  }
  const known = keysOfBytes.get(secret);
  if (known) return known;
  const key = createSecretKey(bytesOf(secret));
  keysOfBytes.set(secret, key);
  return key;
};

/**
 * Node's SHA-256 as the SDK asks for it: with one `update` for each hash, mostly. The SDK's own way to Node copies each
 * hash before it reads it, and hands over keys as bytes, which costs Node four times a key object.
 */
export class Sha256 {
  private data: Uint8Array[] = [];
  private readonly key: KeyObject | undefined;

  /** @param secret its bytes are not to change afterwards */
  constructor(secret?: Data) {
    this.key = secret === undefined ? undefined : keyOf(secret);
  }

  update(data: Uint8Array): void {
    this.data.push(data);
  }

  async digest(): Promise<Uint8Array> {
    const [first, ...others] = this.data;
    const data = first && others.length === 0 ? first : Buffer.concat(this.data);
    return this.key ? createHmac('sha256', this.key).update(data).digest() : hash('sha256', data, 'buffer');
  }

  reset(): void {
    this.data = [];
  }
}
