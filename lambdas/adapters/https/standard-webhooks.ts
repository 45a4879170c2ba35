import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Sign } from '../../../domain/people/ports/sign.ts';

/**
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: HMAC-SHA256 over id,
 * seconds and body; several signatures apart by a space while a secret is replaced.
 */
export const signStandard: Sign = ({ id, at, body }, secrets) =>
  secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body)).join(' ');

/** 24 to 64 bytes, says the specification. */
const SECRET_BYTES = 32;

export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
