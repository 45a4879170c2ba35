import type { ImportUpload } from '../../../domain/audience/upload-api.ts';

export type UploadPorts = {
  /** What is still missing, with fresh addresses. */
  missing: () => Promise<ImportUpload>;
  /** Where the bytes of a part go. @throws when the connection breaks */
  put: (url: string, bytes: Blob, signal: AbortSignal) => Promise<{ ok: boolean }>;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** `isWaiting`: the connection is lost, and it is tried again before long. */
export type Sent = { bytes: number; isWaiting: boolean };

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/** Nobody sent a part for so many tries; some minutes, in which a laptop changes its network. */
const TRIES = 20;

const sentOf = ({ bytes, missing, done, partBytes }: ImportUpload, isWaiting = false): Sent => ({
  // Only the last part is shorter.
  bytes: missing.length === 0 ? bytes : Math.min(bytes, done * partBytes),
  isWaiting,
});

/**
 * Sends the parts of a file that are missing, one after the other. When the connection breaks or an address is too old,
 * it asks again what is missing and goes on there.
 */
export const uploadFile = async (
  file: Blob,
  { missing, put, wait }: UploadPorts,
  tell: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<void> => {
  let failed = 0;
  let upload = await missing();
  while (upload.missing.length > 0) {
    tell(sentOf(upload, failed > 0));
    try {
      for (const { url, start, bytes } of upload.missing) {
        signal.throwIfAborted();
        const { ok } = await put(url, file.slice(start, start + bytes), signal);
        if (!ok) throw new Error('a part was not taken');
        failed = 0;
        upload = { ...upload, done: upload.done + 1 };
        tell(sentOf(upload));
      }
      upload = await missing();
    } catch (failure) {
      signal.throwIfAborted();
      failed += 1;
      if (failed === TRIES) throw failure;
      tell(sentOf(upload, true));
      await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failed), signal);
      upload = await missing().catch(() => upload);
    }
  }
  tell(sentOf(upload));
};
