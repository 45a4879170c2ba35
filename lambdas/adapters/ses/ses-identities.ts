import { GetEmailIdentityCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Clock } from '../../../domain/ports/clock.ts';

/** A domain or an address that SES may send from. */
export type SesIdentity = {
  /** Does SES sign with DKIM for it? */
  isSigned: boolean;
  /** The domain that SES puts into the envelope, if one is set up. */
  mailFrom: string | undefined;
};

export type SesIdentities = {
  /** Undefined: SES does not know it, or it is not verified. */
  find(name: string): Promise<SesIdentity | undefined>;
  /** The identity by which SES sends for a domain. */
  ofDomain(domain: string): Promise<SesIdentity | undefined>;
};

/** SES allows one such question a second, and one preparation asks for several things of the same identity. */
const LIFE_MS = 10_000;

const ask = async (client: SESv2Client, name: string): Promise<SesIdentity | undefined> => {
  try {
    const known = await client.send(new GetEmailIdentityCommand({ EmailIdentity: name }));
    if (known.VerifiedForSendingStatus !== true) return undefined;
    const { DkimAttributes: dkim, MailFromAttributes: mailFrom } = known;
    return {
      isSigned: dkim?.SigningEnabled === true && dkim.Status === 'SUCCESS',
      mailFrom: mailFrom?.MailFromDomainStatus === 'SUCCESS' ? mailFrom.MailFromDomain : undefined,
    };
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
};

/**
 * A domain itself and those above it, down to two labels: who verifies a domain may send from its subdomains, which
 * need no identity of their own (https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html).
 */
const withParents = (domain: string): string[] => {
  const labels = domain.toLowerCase().split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'));
};

/** Identities as SES tells them; when it gives no answer, as it told them last. */
export const sesIdentitiesWith = (client: SESv2Client, clock: Clock): SesIdentities => {
  const kept = new Map<string, { identity: SesIdentity | undefined; until: number }>();
  const find: SesIdentities['find'] = async (name) => {
    const last = kept.get(name);
    if (last && clock() < last.until) return last.identity;
    try {
      const identity = await ask(client, name);
      kept.set(name, { identity, until: clock() + LIFE_MS });
      return identity;
    } catch (error) {
      if (last) return last.identity;
      throw error;
    }
  };
  return {
    find,
    ofDomain: async (domain) => {
      for (const name of withParents(domain)) {
        const identity = await find(name);
        if (identity) return identity;
      }
      return undefined;
    },
  };
};
