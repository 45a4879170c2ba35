/** Changes of people come one after the other, so that each sees what the one before left. */
export type Turns = {
  /** @throws Problem `conflict` while somebody else's is under way */
  alone<T>(work: () => Promise<T>): Promise<T>;
};
