import { byLink, leaveTopicsOf, optOutAddress, optOutPerson } from '../../domain/model/opt-out.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { HttpHandler, HtmlPage } from '../../domain/http/route.ts';
import { joinField, stayField, unsubscribePage } from '../../domain/audience/unsubscribe-page.ts';
import type { unsubscribeRoutes } from '../../domain/audience/unsubscribe-routes.ts';
import type { PageState } from '../../domain/audience/unsubscribe-words.ts';
import { readToken, SAMPLE_TOKEN, type Sign, type UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import { changeTracking, type Form } from './change-tracking.ts';
import { topicOfLink, viewOf, type LinkPorts } from './link-view.ts';
import { addressOfMessage } from './message-address.ts';
import { resubscribe } from './resubscribe.ts';

export type UnsubscribePorts = LinkPorts & {
  signer: () => Promise<Sign>;
  /** Writes the opt-out into the message's facts. */
  recordOptOut: (claim: UnsubscribeClaim, at: string) => Promise<void>;
  clock: Clock;
};

/** Of a link that leads to nobody: one of a preview or of a test mail, or none at all. */
const ofNobody = (token: string): HtmlPage => unsubscribePage({ state: token === SAMPLE_TOKEN ? 'sample' : 'invalid' });

/** GET and HEAD /unsubscribe/{token}: only show; link scanners open it too. */
export const showUnsubscribe =
  (
    ports: LinkPorts & Pick<UnsubscribePorts, 'signer'>,
  ): HttpHandler<typeof unsubscribeRoutes.showUnsubscribe | typeof unsubscribeRoutes.headUnsubscribe> =>
  async ({ params }) => {
    const claim = readToken(await ports.signer(), params.token);
    return claim ? unsubscribePage(await viewOf(ports, claim, 'ask')) : ofNobody(params.token);
  };

type Asked = { claim: UnsubscribeClaim; source: 'oneClick' | 'page'; at: string };

const leaveAll = async (ports: UnsubscribePorts, { claim, source, at }: Asked): Promise<void> => {
  const said = { at, source, by: byLink(claim) };
  // First what needs nothing but the link: what was frozen may be deleted, or not be there at this moment.
  await optOutPerson(ports.profiles, { id: claim.profileId, key: undefined }, said, at);
  await optOutAddress(ports.profiles, (await addressOfMessage(ports, claim)) ?? '', said, at);
  await ports.recordOptOut(claim, at);
};

const leaveTopics = async (
  ports: UnsubscribePorts,
  { claim, source, at }: Asked,
  topics: readonly string[],
): Promise<void> => {
  if (topics.length === 0) return;
  const said = topics.map((topic) => ({ at, source, by: byLink(claim), topic }));
  const writtenTo = async (): Promise<string | undefined> => addressOfMessage(ports, claim);
  await leaveTopicsOf(ports.profiles, { id: claim.profileId, writtenTo }, said, at);
  await ports.recordOptOut(claim, at);
};

/** The boxes of the page: one that was shown ticked and is not any more, and one that was not and is. */
const changeTopics = async (ports: UnsubscribePorts, asked: Asked, form: Form): Promise<PageState> => {
  const shown = new Set((form['shown'] ?? '').split(','));
  const ids = ports.topics.map(({ id }) => id);
  await leaveTopics(
    ports,
    asked,
    ids.filter((id) => shown.has(id) && form[stayField(id)] !== 'yes'),
  );
  let state = await changeTracking(ports, asked, form);
  for (const topic of ids.filter((id) => form[joinField(id)] === 'yes')) {
    const outcome = await resubscribe(ports, asked.claim, asked.at, { topic, only: true });
    if (outcome !== 'back') state = outcome;
  }
  return state;
};

const leave = async (ports: UnsubscribePorts, asked: Asked): Promise<PageState> => {
  const topic = await topicOfLink(ports, asked.claim);
  if (topic) await leaveTopics(ports, asked, [topic.id]);
  else await leaveAll(ports, asked);
  return topic ? 'left' : 'done';
};

const comeBack = async (ports: UnsubscribePorts, { claim, at }: Asked, { again }: Form): Promise<PageState> =>
  again === 'yes'
    ? resubscribe(ports, claim, at, { topic: (await topicOfLink(ports, claim))?.id, only: false })
    : 'tick';

const act = async (ports: UnsubscribePorts, asked: Asked, form: Form): Promise<PageState> => {
  const { action } = form;
  // What a mailbox provider posts is a no, whatever of the page stands beside it.
  if (asked.source === 'oneClick' && action !== 'all') return leave(ports, asked);
  if (action === 'resubscribe') return comeBack(ports, asked, form);
  if (action === 'topics') return changeTopics(ports, asked, form);
  if (action !== 'all') return leave(ports, asked);
  await leaveAll(ports, asked);
  return 'done';
};

/** RFC 8058, section 3.1; a program that writes it in other letters means the same. */
const isOneClick = ([name, value]: [string, string | undefined]): boolean =>
  name.toLowerCase() === 'list-unsubscribe' && value?.trim().toLowerCase() === 'one-click';

const sourceOf = (form: Form): Asked['source'] => (Object.entries(form).some(isOneClick) ? 'oneClick' : 'page');

/**
 * POST /unsubscribe/{token}: RFC 8058 one-click, or the buttons of the page. No login, no redirect; a repeat changes
 * nothing. Whatever is posted is a no, to the topic of the mail or to all mails, but for the boxes that somebody ticks.
 */
export const unsubscribe =
  (ports: UnsubscribePorts): HttpHandler<typeof unsubscribeRoutes.unsubscribe> =>
  async ({ params, body: form }) => {
    const claim = readToken(await ports.signer(), params.token);
    if (!claim) return ofNobody(params.token);
    const asked: Asked = { claim, source: sourceOf(form), at: new Date(ports.clock()).toISOString() };
    return unsubscribePage(await viewOf(ports, claim, await act(ports, asked, form)));
  };
