/** Stands before each call of a port: waits for its turn, or dies. */
export type Gate = () => Promise<void>;

export const open: Gate = async () => {};

/** A bucket in which each key is written once. */
export const objectsBehind = (objects: Map<string, string>, gate: Gate) => ({
  get: async (key: string) => objects.get(key),
  put: async (key: string, body: string) => {
    await gate();
    if (objects.has(key)) throw new Error('PreconditionFailed');
    objects.set(key, body);
  },
});
