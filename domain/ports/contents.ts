/** What campaigns say, as JSON: each text once and for good, under its SHA-256 (64 hex digits). */
export type Contents = {
  /** Kept before, for this or another campaign, it stays as it is. */
  keep(sha256: string, text: string): Promise<void>;
  get(sha256: string): Promise<string | undefined>;
};
