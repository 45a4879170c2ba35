import { addressKey } from '../../../domain/model/address.ts';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { CHUNK_SIZE, Chunk, chunkKey } from '../../../domain/model/manifest.ts';
import { unsubscribeRoutes } from '../../../domain/audience/unsubscribe-routes.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import type { AddressOptOuts } from '../../../domain/model/address-opt-outs.ts';
import type { Topic } from '../../../domain/model/topics.ts';
import type { HtmlPage } from '../../../domain/http/route.ts';
import type { Actor } from '../../../domain/people/people.ts';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import { signToken, type Sign } from '../../../domain/model/unsubscribe-token.ts';
import { SuppressedKeys } from '../../../lambdas/adapters/dynamodb/suppressed-keys.ts';
import { freezeAudience, type AudienceToFreeze } from '../../../lambdas/prepare/freeze-audience.ts';
import { erasePerson, type CarePorts } from '../../../lambdas/track/care-for-person.ts';
import { getProfile } from '../../../lambdas/audience/read-profiles.ts';
import { applyToAddresses } from '../../../lambdas/track/apply-to-addresses.ts';
import { leaveTopics, type LeaveTopicsPorts } from '../../../lambdas/audience/leave-topics.ts';
import { recordConsent } from '../../../lambdas/audience/record-consent.ts';
import { recordTracking } from '../../../lambdas/audience/record-tracking.ts';
import { showUnsubscribe, unsubscribe, type UnsubscribePorts } from '../../../lambdas/audience/unsubscribe.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { open } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';
import { person, preparation } from '../samples.ts';

/** A mail that somebody got, with the link of its own. */
export type Mail = { runId: string; number: number; profileId: string; address: string; isTracked?: boolean };

const actor: Actor = { ...person, groups: ['administration'] };
const origin = { ip: '', userAgent: '' };

const nothingWritten = splitContent({ subject: '', html: '', text: '' });

/** Not secret: the tests forge nothing. */
export const sign: Sign = (text) => Buffer.from(text).toString('base64url').padStart(16, 'x').slice(-16);

/** As HTTP APIs hand it over: bodies of text/* as text, others in Base64. */
const unsubscribeEvent = ({ method, token, body, type }: Parameters<OptOutWorld['ask']>[0]) => ({
  version: '2.0',
  headers: { ...(type !== undefined && { 'content-type': type }) },
  requestContext: { http: { method, path: '/api/unsubscribe/x', sourceIp: '' } },
  pathParameters: { token },
  ...(body !== undefined && { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
});

export const tokenOf = (mail: Mail): string => signToken(sign, mail);

/** Imports, sends, and lets people say no and yes by every way in; each step is a minute later. */
export class OptOutWorld {
  readonly imports = new ImportWorld();
  readonly mails: Mail[] = [];
  readonly topics: Topic[] = this.imports.topics;
  private readonly topicOf = new Map<string, string>();
  readonly suppressions = new SuppressedKeys();
  trackUnknown = true;
  private runs = 0;
  /** What happens before an opt-out of an address is written. */
  beforeOptOut = async (): Promise<void> => {};

  get profiles() {
    const world = this.imports;
    const behind = world.profilesBehind(open);
    return {
      ...behind,
      replaceAddressOptOuts: async (optOuts: AddressOptOuts, heardAt?: string) => {
        await this.beforeOptOut();
        return behind.replaceAddressOptOuts(optOuts, heardAt);
      },
      inList: async function* inList() {
        yield { items: world.listed, cursor: null };
      },
      quarantined: async () =>
        new Set([...world.statuses.values()].filter(({ quarantine }) => quarantine).map((one) => one.addressKey)),
      suppressed: async () => new Set<string>(),
      suppressionList: async () => this.suppressions,
      isOnSuppressionList: async (key: string) => this.suppressions.has(key),
      optedOutAddresses: async () => world.addressesOut(),
      addressesWithout: async (topic: string) => world.addressesOut(topic),
      untrackedAddresses: async (about: string | undefined) => world.addressesRefusing(about),
    };
  }

  private get ports() {
    const content = {
      get: async (key: string) => this.imports.objects.get(key),
      put: async (key: string, body: string) => void this.imports.objects.set(key, body),
      putBytes: async () => {},
    };
    const runOf = (id: string) => ({
      id,
      state: 'Finished',
      preparation: { ...preparation, prefix: `${id}/` },
      topic: this.topicOf.get(id),
    });
    const runs = { get: async (id: string) => runOf(id), recent: async () => ({ items: [], unreadable: [] }) };
    const clock = (): number => this.imports.at;
    const audit = { append: async () => {} };
    return {
      content,
      runs,
      clock,
      audit,
      profiles: this.profiles,
      audienceDays: 180,
      topics: this.topics,
      trackUnknown: this.trackUnknown,
    };
  }

  private tick(): string {
    this.imports.at += 60_000;
    return new Date(this.imports.at).toISOString();
  }

  async import(row: { id: string; address: string; out: boolean; tracking?: 'yes' | 'no' | '' }): Promise<void> {
    this.tick();
    const { id, address, out, tracking = '' } = row;
    await this.imports.import([
      'id,email,opted_out,tracking_consent',
      [id, address, out ? 'yes' : 'no', tracking].join(','),
    ]);
  }

  /** A run to everybody, about a topic or none. */
  async send(topic?: string): Promise<Mail[]> {
    this.tick();
    const runId = `r${(this.runs += 1)}`;
    if (topic !== undefined) this.topicOf.set(runId, topic);
    const people: AudienceToFreeze['people'] = () => this.profiles.inList();
    const rules = AudienceRules.parse({});
    const audience = {
      id: runId,
      campaignId: 'c',
      people,
      rules,
      topic,
      testLists: [],
      prefix: `${runId}/`,
      checkpoint: 0,
      contact: '',
      spreading: { campaignId: 'c', schedule: { mode: 'onceConfirmed' as const }, now: '2026-12-01T07:00:00.000Z' },
      plannedStart: '',
    };
    await freezeAudience(
      this.ports as never,
      { ...audience, mail: nothingWritten, variables: [], isTracked: true },
      () => false,
    );
    // One of those who may be tracked, and one of the others.
    const chunks = [0, 1].flatMap((chunk) => {
      const text = this.imports.objects.get(chunkKey(`${runId}/`, chunk));
      return text === undefined ? [] : Chunk.parse(JSON.parse(text));
    });
    const sent = chunks.flatMap(({ chunk, recipients, isUntracked = false }) =>
      recipients.map(({ profileId, address }, index) => ({
        runId,
        number: chunk * CHUNK_SIZE + index,
        profileId,
        address,
        isTracked: !isUntracked,
      })),
    );
    this.mails.push(...sent);
    return sent;
  }

  /** POST to the link of a mail. @returns the page */
  async follow(mail: Mail, form: string, token = signToken(sign, mail)): Promise<HtmlPage> {
    this.tick();
    const ports = { ...this.ports, signer: async () => sign, recordOptOut: async () => {} };
    const body = Object.fromEntries(new URLSearchParams(form));
    const request = { params: { token }, body, query: {}, actor, origin };
    return unsubscribe(ports as unknown as UnsubscribePorts)(request as never);
  }

  /** What the link of a mail answers over HTTP: by API Gateway's event, with a body of any kind. */
  async ask(asked: { method: string; token: string; body?: string; type?: string }) {
    this.tick();
    const ports = {
      ...this.ports,
      signer: async () => sign,
      recordOptOut: async () => {},
    } as unknown as UnsubscribePorts;
    const api = httpApi(
      unsubscribeRoutes,
      {
        showUnsubscribe: showUnsubscribe(ports),
        headUnsubscribe: showUnsubscribe(ports),
        unsubscribe: unsubscribe(ports),
      },
      {} as never,
    );
    const {
      statusCode,
      headers,
      body = '',
    } = (await api(unsubscribeEvent(asked) as never, {} as never)) as {
      statusCode: number;
      headers: Record<string, string>;
      body?: string;
    };
    return { statusCode, type: headers['content-type'], body };
  }

  async complain({ profileId, address }: Mail): Promise<void> {
    const at = this.tick();
    const complaint = { key: addressKey(address), profileId, line: { kind: 'complaint' as const, at } };
    await applyToAddresses(this.profiles as never, [complaint], at);
  }

  async erase(id: string): Promise<void> {
    this.tick();
    const request = { params: { id }, query: {}, body: {}, actor, origin };
    await erasePerson(this.ports as unknown as CarePorts)(request as never);
  }

  async consent(id: string): Promise<ProfileDetail> {
    this.tick();
    const request = { params: { id }, query: {}, body: { reason: 'signed up again' }, actor, origin };
    return recordConsent(this.ports as unknown as CarePorts)(request);
  }

  /** POST /profiles/{id}/topics/leave */
  async leave(id: string, left: string[]): Promise<ProfileDetail> {
    this.tick();
    const request = { params: { id }, query: {}, body: { topics: left }, actor, origin };
    return leaveTopics(this.ports as unknown as LeaveTopicsPorts)(request);
  }

  /** PUT /profiles/{id}/tracking */
  async recordTracking(
    id: string,
    choice: 'given' | 'refused',
    reason = 'by letter',
    topic?: string,
  ): Promise<ProfileDetail> {
    this.tick();
    const request = { params: { id }, query: {}, body: { choice, reason, topic }, actor, origin };
    return recordTracking(this.ports as never)(request);
  }

  /** GET /profiles/{id} */
  async look(id: string): Promise<ProfileDetail> {
    const request = { params: { id }, query: {}, actor, origin };
    return getProfile(this.ports as unknown as CarePorts)(request as never);
  }
}

export const oneClick = 'List-Unsubscribe=One-Click';
export const page = 'action=unsubscribe';
export const again = 'action=resubscribe&again=yes';
