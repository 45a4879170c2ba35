/** Who is one person, of many at once. */
export type PersonIds = {
  /**
   * All ids of each of these people, the one that they are kept under by now first (`idsOf`), by each of the ids asked for.
   * Consistent. Who is not stored, or cannot be read, has the one id. Without a merge each is read once.
   */
  ofMany(ids: readonly string[]): Promise<Map<string, string[]>>;
};
