/** People on lists of test profiles, whose addresses an administrator took in. */
export type TestProfiles = {
  /** Of these addresses, by their keys, those of test profiles. */
  among(addressKeys: readonly string[]): Promise<ReadonlySet<string>>;
};
