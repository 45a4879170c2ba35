/** The frozen objects and uploads. Keys are never written twice. */
export type ContentStore = {
  put(key: string, body: string): Promise<void>;
  get(key: string): Promise<string | undefined>;
  putBytes(key: string, body: Uint8Array): Promise<void>;
  getBytes(key: string): Promise<Uint8Array | undefined>;
};
