import type { SenderDomain } from './ports/sender-domain.ts';
import type { Check } from '../model/preparation.ts';

/** Found or not; undefined: nobody could be asked. */
export type SenderProofs = Record<'DKIM' | 'SPF' | 'DMARC', boolean | undefined>;

/** SES is allowed to send for the domain (RFC 7208). */
const allowsSes = (record: string): boolean =>
  record.startsWith('v=spf1') && record.split(/\s+/).some((term) => /^\+?include:amazonses\.com$/.test(term));

const isDmarc = (record: string): boolean => /^v=DMARC1\s*(;|$)/.test(record);

/** The domain and its parents, down to two labels: DMARC is looked for at each of them. */
const upwards = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, above) => labels.slice(above).join('.'));
};

const hasDmarc = async (sender: SenderDomain, domain: string): Promise<boolean | undefined> => {
  const records = await Promise.all(upwards(domain).map(async (name) => sender.texts(`_dmarc.${name}`)));
  if (records.some((found) => found?.some(isDmarc))) return true;
  return records.includes(undefined) ? undefined : false;
};

/** What a mailbox can find out about who sends for this domain. */
export const senderProofs = async (sender: SenderDomain, domain: string): Promise<SenderProofs> => {
  const spfOf = async (): Promise<boolean | undefined> =>
    (await sender.texts(await sender.mailFrom(domain)))?.some(allowsSes);
  const [DKIM, SPF, DMARC] = await Promise.all([sender.isSigned(domain), spfOf(), hasDmarc(sender, domain)]);
  return { DKIM, SPF, DMARC };
};

const proofs = ['DKIM', 'SPF', 'DMARC'] as const;

/** Never blocking: the mail goes out all the same, and what could not be asked is said to be unknown. */
export const senderProofChecks = (domain: string, found: SenderProofs): Check[] => {
  const missing = proofs.filter((proof) => found[proof] === false);
  const unknown = proofs.filter((proof) => found[proof] === undefined);
  const proved: Check = {
    code: 'senderProofs',
    verdict: missing.length > 0 ? 'warning' : 'passed',
    facts: { domain, missing, present: proofs.filter((proof) => found[proof]) },
  };
  const unasked: Check = { code: 'senderProofsUnknown', verdict: 'information', facts: { domain, unknown } };
  return [...(unknown.length < proofs.length ? [proved] : []), ...(unknown.length > 0 ? [unasked] : [])];
};
