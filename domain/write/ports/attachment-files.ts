/** Attached files, each once under the SHA-256 of its bytes (64 hex digits). */
export type AttachmentFiles = {
  /** Once and for good; kept before, it stays as it is. */
  keep: (sha256: string, content: Uint8Array) => Promise<void>;
};
