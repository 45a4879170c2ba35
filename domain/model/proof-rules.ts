import * as z from 'zod';
import { addressKey } from './address.ts';

const domainOf = (address: string): string => {
  const key = addressKey(address);
  return key.slice(key.lastIndexOf('@') + 1);
};

const message = 'takes domains such as "example.com", without @ or *';

/** As addresses are compared: small letters, Punycode. */
const Domain = z
  .string()
  .regex(/^[^@]*$/, message)
  .transform((domain) => domainOf(`x@${domain}`))
  .pipe(z.string().regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, message));

/** What a stage says of proofs: who gets them besides the people of its user pool, and how many go out. */
export const ProofRules = z.object({
  /** Every address of these; not of their subdomains, which may be somebody else's. */
  domains: z.array(Domain).max(50).default([]),
  /** Mailboxes that only show how a mail arrives. Not a list of profiles: whoever prepares could import into one. */
  testAddresses: z.array(z.email().transform(addressKey)).max(100).default([]),
  perRun: z.int().min(1).max(10_000).default(100),
  /** Of all runs of the stage, from midnight to midnight UTC. */
  perDay: z.int().min(1).max(100_000).default(200),
});
export type ProofRules = z.infer<typeof ProofRules>;

/** Does the stage itself name this address or its domain? */
export const isNamed = ({ domains, testAddresses }: ProofRules, address: string): boolean =>
  domains.includes(domainOf(address)) || testAddresses.includes(addressKey(address));
