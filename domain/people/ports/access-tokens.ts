/** Access tokens of the user pool. */
export type AccessTokens = {
  /** What a token claims, where the user pool signed it; undefined for anything else. Its end is not looked at. */
  claimsOf(token: string): Promise<unknown>;
};
