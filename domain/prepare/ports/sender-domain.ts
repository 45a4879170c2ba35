/** What SES and DNS say of a domain that sends. Undefined: no answer just now. */
export type SenderDomain = {
  /** Does SES sign with DKIM for this domain? */
  isSigned(domain: string): Promise<boolean | undefined>;
  /** The domain that SES puts into the envelope; the sender's own unless another one is set up. */
  mailFrom(domain: string): Promise<string>;
  /** The TXT records of a name; none is an empty list. */
  texts(name: string): Promise<string[] | undefined>;
};
