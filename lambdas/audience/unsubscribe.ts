import { byLink, optOutAddress, optOutPerson } from '../../domain/model/opt-out.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { unsubscribePage } from '../../domain/audience/unsubscribe-page.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { readToken, type Sign, type UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import { addressOfMessage } from './message-address.ts';
import { resubscribe, type ResubscribePorts } from './resubscribe.ts';

export type UnsubscribePorts = ResubscribePorts & {
  signer: () => Promise<Sign>;
  /** Writes the opt-out into the message's facts. */
  recordOptOut: (claim: UnsubscribeClaim, at: string) => Promise<void>;
  clock: Clock;
};

/** GET and HEAD /unsubscribe/{token}: only show; link scanners open it too. */
export const showUnsubscribe =
  (
    ports: Pick<UnsubscribePorts, 'signer'>,
  ): HttpHandler<typeof audienceRoutes.showUnsubscribe | typeof audienceRoutes.headUnsubscribe> =>
  async ({ params }) =>
    unsubscribePage(readToken(await ports.signer(), params.token) ? 'ask' : 'invalid');

const optOut = async (
  ports: UnsubscribePorts,
  claim: UnsubscribeClaim,
  source: 'oneClick' | 'page',
  at: string,
): Promise<void> => {
  const said = { at, source, by: byLink(claim) };
  // First what needs nothing but the link: what was frozen may be deleted, or not be there at this moment.
  await optOutPerson(ports.profiles, { id: claim.profileId, key: undefined }, said, at);
  await optOutAddress(ports.profiles, (await addressOfMessage(ports, claim)) ?? '', said, at);
  await ports.recordOptOut(claim, at);
};

/**
 * POST /unsubscribe/{token}: RFC 8058 one-click, or the button of the page. No login, no redirect; a repeat changes
 * nothing. Whatever is posted is a no, but for the one form that asks to come back, with its box ticked.
 */
export const unsubscribe =
  (ports: UnsubscribePorts): HttpHandler<typeof audienceRoutes.unsubscribe> =>
  async ({ params, body: form }) => {
    const claim = readToken(await ports.signer(), params.token);
    if (!claim) return unsubscribePage('invalid');
    const at = new Date(ports.clock()).toISOString();
    if (form.action === 'resubscribe')
      return unsubscribePage(form.again === 'yes' ? await resubscribe(ports, claim, at) : 'tick');
    await optOut(ports, claim, form['List-Unsubscribe'] === 'One-Click' ? 'oneClick' : 'page', at);
    return unsubscribePage('done');
  };
