import { signToken, unsubscribePath, type Sign } from './unsubscribe-token.ts';
import { signViewToken, viewPath } from './view-token.ts';

type UrlOf = (message: { number: number; profileId: string }) => string;

/** The addresses that each message of a run has for itself. */
export type MessageUrls = {
  /** To unsubscribe by one click; RFC 8058 wants https, a laptop has http. */
  unsubscribeUrl: UrlOf;
  /** To view the message in a browser. */
  viewUrl: UrlOf;
};

export const messageUrlsOf = (consoleUrl: string, sign: Sign, runId: string): MessageUrls => ({
  unsubscribeUrl: (message) => `${consoleUrl}${unsubscribePath}${signToken(sign, { runId, ...message })}`,
  viewUrl: (message) => `${consoleUrl}${viewPath}${signViewToken(sign, { runId, ...message })}`,
});
