import {
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import type { SenderDomain } from '../../../domain/prepare/ports/sender-domain.ts';

/** SES allows one such question a second; one that it does not answer is unknown, and the check says so. */
const answerOf = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch {
    return undefined;
  }
};

export const senderDomainWith = (client: SESClient, texts: SenderDomain['texts']): SenderDomain => ({
  isSigned: async (domain) => {
    const command = new GetIdentityDkimAttributesCommand({ Identities: [domain] });
    const answer = await answerOf(async () => client.send(command));
    if (!answer) return undefined;
    const known = answer.DkimAttributes?.[domain];
    return known?.DkimEnabled === true && known.DkimVerificationStatus === 'Success';
  },
  mailFrom: async (domain) => {
    const command = new GetIdentityMailFromDomainAttributesCommand({ Identities: [domain] });
    const known = (await answerOf(async () => client.send(command)))?.MailFromDomainAttributes?.[domain];
    return known?.MailFromDomainStatus === 'Success' ? (known.MailFromDomain ?? domain) : domain;
  },
  texts,
});
