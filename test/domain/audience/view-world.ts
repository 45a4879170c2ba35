import { createHmac } from 'node:crypto';
import { viewRoutes } from '../../../domain/audience/view-routes.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { contentGot, type AbResult } from '../../../domain/model/ab-test.ts';
import { Chunk, chunkKey } from '../../../domain/model/manifest.ts';
import { messageUrlsOf } from '../../../domain/model/message-urls.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { Sign } from '../../../domain/model/unsubscribe-token.ts';
import { groupMail } from '../../../domain/send/group-mail.ts';
import { viewMail, type ViewPorts } from '../../../lambdas/audience/view-mail.ts';
import { frozenLoader } from '../../../lambdas/content/load-frozen.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { PrepareWorld, type Content } from '../prepare/prepare-world.ts';

export const signerOf =
  (secret: string): Sign =>
  (text) =>
    createHmac('sha256', secret).update(text).digest('base64url');

const consoleUrl = 'https://f.example';

/** What SES was handed for somebody, put together as it does. */
export type SentMail = { profileId: string; number: number; html: string; viewToken: string; unsubscribeToken: string };

type Answer = { statusCode: number; headers: Record<string, string>; body: string };

/** A run that is prepared and sent by what prepares and sends, and the link of each of its mails. */
export class ViewWorld {
  readonly prepared: PrepareWorld;
  /** By id; those who are missing were never there, or are gone. */
  readonly profiles: Map<string, Profile>;
  readonly mergedInto = new Map<string, string>();
  readonly reported: unknown[] = [];
  secret = 'of this stage';
  isRunGone = false;
  result: AbResult | undefined;

  constructor(content: Content, people: Profile[]) {
    this.prepared = new PrepareWorld(content, people);
    this.profiles = new Map(people.map((profile) => [profile.id, profile]));
  }

  /** As a worker does: chunk by chunk, the winner for whoever waits for it. */
  async send(): Promise<Map<string, SentMail>> {
    const run = await this.prepared.prepare();
    if (run.state !== 'AwaitingConfirmation') throw new Error(JSON.stringify(run));
    const { preparation } = run;
    const frozen = await frozenLoader(this.prepared.ports.content)(preparation);
    const urls = messageUrlsOf(consoleUrl, signerOf(this.secret), run.id);
    const sent = new Map<string, SentMail>();
    for (let index = 0; index < preparation.chunks; index += 1) {
      const chunk = Chunk.parse(JSON.parse(String(this.prepared.objects.get(chunkKey(preparation.prefix, index)))));
      const mail = frozen.mailOf(contentGot(chunk.variant, this.result));
      const numbers = chunk.recipients.map((_, place) => index * 500 + place);
      const { mail: group } = groupMail({ ...mail, manifest: frozen.manifest, ...urls }, chunk, numbers);
      for (const { number, tags, data } of group.entries) {
        const profileId = tags['p'] ?? '';
        const [viewToken = '', unsubscribeToken = ''] = [urls.viewUrl, urls.unsubscribeUrl].map((urlOf) =>
          urlOf({ number, profileId }).split('/').at(-1),
        );
        const html = assemble(group.skeleton.html, data);
        sent.set(profileId, { profileId, number, html, viewToken, unsubscribeToken });
      }
    }
    return sent;
  }

  get ports(): ViewPorts {
    const { content } = this.prepared.ports;
    const run = { ...this.prepared.run, ...(this.result && { abTest: this.result }) };
    return {
      runs: { get: async (id) => (this.isRunGone || id !== run.id ? undefined : run) },
      profiles: { get: async (id) => this.profiles.get(id), mergedInto: async (id) => this.mergedInto.get(id) },
      content,
      frozen: frozenLoader(content),
      signer: async () => signerOf(this.secret),
      consoleUrl,
      report: (surprise) => void this.reported.push(surprise),
    };
  }

  /** What the link answers over HTTP. */
  async view(token: string, method = 'GET'): Promise<Answer> {
    const api = httpApi(viewRoutes, { viewMail: viewMail(this.ports), headMail: viewMail(this.ports) }, {} as never);
    const event = {
      version: '2.0',
      headers: {},
      requestContext: { http: { method, path: '/api/view-in-browser/x', sourceIp: '' } },
      pathParameters: { token },
    };
    return (await api(event as never, { getRemainingTimeInMillis: () => 29_000 } as never)) as Answer;
  }
}
