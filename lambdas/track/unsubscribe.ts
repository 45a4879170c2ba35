import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { HttpHandler } from '../../domain/route.ts';
import { unsubscribePage } from '../../domain/track/unsubscribe-page.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';
import { readToken, type Sign, type UnsubscribeClaim } from '../../domain/unsubscribe-token.ts';

export type UnsubscribePorts = {
  profiles: Profiles;
  signer: () => Promise<Sign>;
  /** Writes the opt-out into the message's facts. */
  recordOptOut: (claim: UnsubscribeClaim, at: string) => Promise<void>;
  clock: Clock;
};

/** GET /unsubscribe/{token}: only shows; link scanners open it too. */
export const showUnsubscribe =
  (ports: UnsubscribePorts): HttpHandler<typeof trackRoutes.showUnsubscribe> =>
  async ({ params }) =>
    unsubscribePage(readToken(await ports.signer(), params.token) ? 'ask' : 'invalid');

/** POST /unsubscribe/{token}: RFC 8058 one-click, or the button of the page. No login, no redirect; a repeat changes nothing. */
export const unsubscribe =
  (ports: UnsubscribePorts): HttpHandler<typeof trackRoutes.unsubscribe> =>
  async ({ params, body }) => {
    const claim = readToken(await ports.signer(), params.token);
    if (!claim) return unsubscribePage('invalid');
    const form = new URLSearchParams(body);
    const at = new Date(ports.clock()).toISOString();
    if (form.get('action') === 'resubscribe')
      return unsubscribePage((await ports.profiles.optIn(claim.profileId, at)) ? 'back' : 'erased');
    await ports.profiles.optOut(
      claim.profileId,
      at,
      form.get('List-Unsubscribe') === 'One-Click' ? 'oneClick' : 'page',
    );
    await ports.recordOptOut(claim, at);
    return unsubscribePage('done');
  };
