/** A public key as JSON Web Keys write it (RFC 7517). */
export type SigningKey = { kid: string; kty: string; n: string; e: string };

/** Public keys of the user pool. Undefined for one that it does not have. */
export type SigningKeys = { find(kid: string): Promise<SigningKey | undefined> };
