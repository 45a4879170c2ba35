import isEmail from 'validator/lib/isEmail.js';

/**
 * The key under which addresses are compared: white space trimmed, whole address case-folded.
 * RFC 5321 lets local parts differ by case; no large provider does, and mailing "Anna@" and "anna@"
 * twice is the trap that the model falls into (semantics J6). The message goes to the address as written.
 */
export const addressKey = (address: string): string => address.trim().toLowerCase();

/** Can SES send to it? ASCII local part (SES refuses others), a domain with a dot or a literal TLD. */
export const isDeliverable = (address: string): boolean =>
  isEmail(address.trim(), { allow_utf8_local_part: false, ignore_max_length: false });
