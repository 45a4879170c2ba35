import { LiquidError } from 'liquidjs';
import { viewPage } from '../../domain/audience/view-page.ts';
import type { viewRoutes } from '../../domain/audience/view-routes.ts';
import type { HtmlPage, HttpHandler } from '../../domain/http/route.ts';
import { contentGot } from '../../domain/model/ab-test.ts';
import { AudienceGone, ManifestDiffers } from '../../domain/model/frozen.ts';
import { recipientAt } from '../../domain/model/manifest.ts';
import { currentProfile } from '../../domain/model/merged-profile.ts';
import { chunkOf } from '../../domain/model/message.ts';
import { messageUrlsOf } from '../../domain/model/message-urls.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import { SAMPLE_TOKEN, type Sign, type UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import { readViewToken } from '../../domain/model/view-token.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { isUnreadable } from '../../domain/values/unreadable.ts';
import { loadChunk, type Frozen } from '../content/load-frozen.ts';
import { filledMail } from '../content/rendered-mail.ts';
import { withoutSesMarks } from '../content/ses-marks.ts';
import { languageOf } from './link-view.ts';

export type ViewPorts = {
  runs: Pick<Runs, 'get'>;
  profiles: Pick<Profiles, 'get' | 'mergedInto'>;
  content: Pick<ContentStore, 'get'>;
  frozen: (preparation: Preparation) => Promise<Frozen>;
  signer: () => Promise<Sign>;
  consoleUrl: string;
  /** Reports why a mail that somebody got cannot be shown, without a word of it. */
  report: (surprise: unknown) => void;
};

/**
 * The HTML that was handed to SES, put together from what was confirmed and with the links of this very message, without
 * what SES adds to count opens and clicks.
 * @throws AudienceGone, ManifestDiffers
 */
const htmlOf = async (ports: ViewPorts, sign: Sign, { runId, ...message }: UnsubscribeClaim): Promise<string> => {
  const run = await ports.runs.get(runId);
  const preparation = run && 'preparation' in run ? run.preparation : undefined;
  if (!run || !preparation) throw new AudienceGone('the run');
  const { manifest, mailOf } = await ports.frozen(preparation);
  const chunk = await loadChunk(ports.content, preparation.prefix, manifest, chunkOf(message.number));
  const recipient = recipientAt(chunk, message.number);
  if (recipient?.profileId !== message.profileId) throw new ManifestDiffers('the recipient');
  const mail = mailOf(contentGot(chunk.variant, 'abTest' in run ? run.abTest : undefined));
  const urls = messageUrlsOf(ports.consoleUrl, sign, runId);
  const links = { unsubscribe_url: urls.unsubscribeUrl(message), view_in_browser_url: urls.viewUrl(message) };
  return withoutSesMarks(filledMail(mail, { ...recipient.data, ...links }).html);
};

/** It stays so, however often somebody asks; a service that does not answer is no such thing. */
const isForGood = (error: unknown): boolean =>
  error instanceof ManifestDiffers || isUnreadable(error) || LiquidError.is(error);

/**
 * GET and HEAD /view-in-browser/{token}. The link is signed when a mail is put together to be handed to SES, and is nowhere but in
 * that mail: who was left out, or whose message was stopped, has none. It ends with what is kept of people, and with the
 * person.
 */
export const viewMail =
  (ports: ViewPorts): HttpHandler<typeof viewRoutes.viewMail | typeof viewRoutes.headMail> =>
  async ({ params }): Promise<HtmlPage> => {
    if (params.token === SAMPLE_TOKEN) return viewPage('sample');
    const sign = await ports.signer();
    const claim = readViewToken(sign, params.token);
    if (!claim) return viewPage('invalid');
    const profile = await currentProfile(ports.profiles, claim.profileId);
    if (!profile || profile.erasedAt !== undefined) return viewPage('gone', languageOf(profile));
    try {
      return { html: await htmlOf(ports, sign, claim), isFound: true, isMail: true };
    } catch (error) {
      if (error instanceof AudienceGone) return viewPage('gone', languageOf(profile));
      if (!isForGood(error)) throw error;
      ports.report(error);
      return viewPage('unshown', languageOf(profile));
    }
  };
