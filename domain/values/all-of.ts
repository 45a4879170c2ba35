/** What follows from something that is saved: each by itself, so that what fails keeps nothing else from being done. */
export const allOf = async (followUps: Promise<void>[]): Promise<void> => {
  for (const result of await Promise.allSettled(followUps)) if (result.status === 'rejected') throw result.reason;
};
