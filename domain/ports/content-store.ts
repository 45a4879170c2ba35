/** The frozen objects and uploads. Keys are never written twice. */
export type ContentStore = {
  put(key: string, body: string): Promise<void>;
  get(key: string): Promise<string | undefined>;
};
