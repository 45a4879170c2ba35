import type { SenderDomain } from '../../../domain/prepare/ports/sender-domain.ts';
import type { SesIdentities, SesIdentity } from './ses-identities.ts';

/** What SES does not answer is unknown, and the check says so. */
const answerOf = async (
  ask: () => Promise<SesIdentity | undefined>,
): Promise<{ identity?: SesIdentity } | undefined> => {
  try {
    const identity = await ask();
    return identity ? { identity } : {};
  } catch {
    return undefined;
  }
};

/** What is asked at the same time is asked of SES once. */
export const senderDomainWith = (identities: SesIdentities, texts: SenderDomain['texts']): SenderDomain => {
  let asked: { domain: string; answer: ReturnType<typeof answerOf> } | undefined;
  const ofDomain = async (domain: string): ReturnType<typeof answerOf> => {
    if (asked?.domain === domain) return asked.answer;
    const answer = answerOf(async () => identities.ofDomain(domain));
    asked = { domain, answer };
    const known = await answer;
    asked = undefined;
    return known;
  };
  return {
    isSigned: async (domain) => {
      const known = await ofDomain(domain);
      return known && (known.identity?.isSigned ?? false);
    },
    mailFrom: async (domain) => (await ofDomain(domain))?.identity?.mailFrom ?? domain,
    texts,
  };
};
