import type { MailTemplate } from '../../domain/send/group-mail.ts';
import { signToken, unsubscribePath, type Sign } from '../../domain/model/unsubscribe-token.ts';

/** Makes the one-click address of each message of a run. */
export const unsubscribeUrls =
  (consoleUrl: string, signer: () => Promise<Sign>) =>
  async (runId: string): Promise<MailTemplate['unsubscribeUrl']> => {
    const sign = await signer();
    return ({ number, profileId }) => `${consoleUrl}${unsubscribePath}${signToken(sign, { runId, number, profileId })}`;
  };
