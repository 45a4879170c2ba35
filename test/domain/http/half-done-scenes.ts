import type { Making } from '../../../domain/http/making.ts';
import { createSegment } from '../../../lambdas/audience/segments.ts';
import { startImport } from '../../../lambdas/audience/start-import.ts';
import { beginUpload } from '../../../lambdas/audience/upload-import.ts';
import { createMachine, rotateMachineSecret } from '../../../lambdas/people/manage-machines.ts';
import { invitePerson } from '../../../lambdas/people/manage-people.ts';
import { createWebhook, rotateWebhookSecret } from '../../../lambdas/people/manage-webhooks.ts';
import { prepareNextStart, startRun } from '../../../lambdas/schedule/start-run.ts';
import { copyCampaign, createCampaign } from '../../../lambdas/write/campaigns.ts';
import { createSnippet } from '../../../lambdas/write/snippets.ts';
import { copyTemplate, createTemplate } from '../../../lambdas/write/templates.ts';
import type { Campaign, Content } from '../../../domain/model/campaign.ts';
import type { MailTemplate } from '../../../domain/model/mail-template.ts';
import type { Segment } from '../../../domain/model/segment.ts';
import type { Snippet } from '../../../domain/model/snippet.ts';
import { brandEditorsOn } from '../../../lambdas/adapters/dynamodb/brand-editors.ts';
import { templateEditorsOn } from '../../../lambdas/adapters/dynamodb/template-editors.ts';
import { summaryOf } from '../../../lambdas/adapters/dynamodb/campaign-item.ts';
import { JobWorld } from '../audience/import-job-world.ts';
import { MachineWorld } from '../people/machine-world.ts';
import { ManageWorld } from '../people/manage-world.ts';
import { WebhookWorld } from '../people/webhook-world.ts';
import { makingOf, now, person } from '../samples.ts';
import { campaignWith, SeriesWorld } from '../schedule/launch-world.ts';
import { VersionedMemory } from '../versioned-memory.ts';

type Kill = <Ports extends object>(ports: Ports) => Ports;

/** A call of one route, and what there is afterwards. `kill`: ports that die at one call. */
export type Scene = {
  ask: (kill: Kill, making: Making) => Promise<unknown>;
  /** What was made, of which there is to be one. */
  things: () => unknown;
};

const actor = { ...person, groups: ['prepare-deliveries', 'administration'] };
const by = { actor, origin: { ip: '192.0.2.1', userAgent: 'test' }, query: {} };
const of = (id: string) => ({ ...by, params: { id } });
const clock = () => Date.parse(now);

const sample = campaignWith({ mode: 'onceConfirmed' });
const { name, list, sender, content: said, schedule, requestConfirmation } = sample;
const input = { name, list, sender, content: said, schedule, requestConfirmation };

const campaigns = () => {
  const stored = new Map<string, Campaign>([['c', sample]]);
  const ports = {
    campaigns: {
      withContent: async (id: string) => stored.get(id),
      create: async (campaign: Campaign) => {
        if (stored.has(campaign.id)) throw new Error('ConditionalCheckFailed');
        stored.set(campaign.id, campaign);
      },
    },
    policy: { unaskedSeries: 'allowed' as const },
    templateEditors: templateEditorsOn(new VersionedMemory()),
    brandEditors: brandEditorsOn(new VersionedMemory()),
    clock,
  };
  return { ports: ports as unknown as Parameters<typeof createCampaign>[0], things: () => [...stored.values()] };
};

const content: Content = { subject: 'Spring', preheader: '', html: '<p>Hi</p>', text: 'Hi' };

const templates = (): { ports: Parameters<typeof createTemplate>[0]; things: () => unknown } => {
  const memory = new VersionedMemory<MailTemplate>();
  const stamps = { createdAt: now, createdBy: person, updatedAt: now, updatedBy: person };
  memory.stored.set('t', { id: 't', version: 1, name: 'Old', content: summaryOf(content), sketch: [], ...stamps });
  const kept = { keep: async () => summaryOf(content), read: async () => content };
  const templateEditors = templateEditorsOn(new VersionedMemory());
  return { ports: { templates: memory, templateEditors, kept, clock }, things: () => [...memory.stored.values()] };
};

const weekly = {
  mode: 'recurring' as const,
  frequency: { kind: 'minutes' as const, every: 10 },
  zone: 'UTC',
  startsOn: '2026-11-01T00:00',
};

const runs = (ask: typeof startRun): Scene => {
  const world = new SeriesWorld(now, campaignWith(weekly));
  return {
    ask: async (kill, making) => ask(kill(world.ports))({ ...of('c'), body: undefined, making }),
    things: () => [[...world.runs.values()], [...new Set(world.started)]],
  };
};

const webhooks = (ask: (world: WebhookWorld, kill: Kill, making: Making) => Promise<unknown>): Scene => {
  const world = new WebhookWorld();
  world.add('old');
  return {
    ask: async (kill, making) => ask(world, kill, making),
    // How often somebody tried is no part of it; of each secret it is seen which is good, and for how long.
    things: () =>
      [...world.hooks.values()].map(({ sealed, ...hook }) => [
        hook,
        (JSON.parse(sealed) as { sealed: { secrets: { until?: number }[] } }).sealed.secrets.map(({ until }) => until),
      ]),
  };
};

const machines = (ask: (world: MachineWorld, id: string, kill: Kill, making: Making) => Promise<unknown>): Scene => {
  const world = new MachineWorld();
  const client = { clientId: 'before', since: now, until: null };
  world.list = {
    revision: 1,
    machines: [{ id: 'm', name: 'Till', scopes: ['look'], createdAt: now, clients: [client] }],
  };
  world.clients.set('before', ['look']);
  return {
    ask: async (kill, making) => ask(world, 'm', kill, making),
    things: () =>
      world.list.machines.map(({ clients, ...machine }) => [
        machine,
        clients.map(({ clientId, until }) => [clientId === 'before', world.clients.has(clientId), until]),
      ]),
  };
};

/** One for each route whose repeat finds what an earlier call made. */
export const scenes: Record<string, () => Scene> = {
  createCampaign: () => {
    const { ports, things } = campaigns();
    const ask: Scene['ask'] = async (kill, making) =>
      createCampaign(kill(ports))({ ...by, params: {}, body: { ...input, name: 'New' }, making });
    return { ask, things };
  },
  copyCampaign: () => {
    const { ports, things } = campaigns();
    const ask: Scene['ask'] = async (kill, making) =>
      copyCampaign(kill(ports))({ ...of('c'), body: { name: 'New' }, making });
    return { ask, things };
  },
  createTemplate: () => {
    const { ports, things } = templates();
    const ask: Scene['ask'] = async (kill, making) =>
      createTemplate(kill(ports))({ ...by, params: {}, body: { name: 'New', content }, making });
    return { ask, things };
  },
  copyTemplate: () => {
    const { ports, things } = templates();
    const ask: Scene['ask'] = async (kill, making) =>
      copyTemplate(kill(ports))({ ...of('t'), body: { name: 'New' }, making });
    return { ask, things };
  },
  createSnippet: () => {
    const snippets = new VersionedMemory<Snippet>();
    const body = { name: 'footer', text: 'Bye' };
    const ask: Scene['ask'] = async (kill, making) =>
      createSnippet(kill({ snippets, clock }))({ ...by, params: {}, body, making });
    return { ask, things: () => [...snippets.stored.values()] };
  },
  createSegment: () => {
    const segments = new VersionedMemory<Segment>();
    const ports = { segments, runs: { get: async () => undefined }, campaigns: {} as never, clock };
    const ask: Scene['ask'] = async (kill, making) =>
      createSegment(kill(ports))({ ...by, params: {}, body: { name: 'Ulm', list: 'friends' }, making });
    return { ask, things: () => [...segments.stored.values()] };
  },
  startRun: () => runs(startRun),
  prepareNextStart: () => runs(prepareNextStart as unknown as typeof startRun),
  beginUpload: () => {
    const world = new JobWorld();
    const body = { list: 'garden', fileName: 'people.csv', bytes: 10 };
    const ask: Scene['ask'] = async (kill, making) =>
      beginUpload(kill(world.ports()))({ ...by, params: {}, body, making });
    return { ask, things: () => [...world.jobs.values()] };
  },
  startImport: () => {
    const world = new JobWorld();
    const file = Buffer.from('id,email\na,ada@post.example\n');
    const uploaded = world.uploaded(file);
    const ask: Scene['ask'] = async (kill, making) => {
      const id = await uploaded;
      return startImport(kill(world.ports()))({ ...of(id), query: { emptyCells: 'empty' }, body: undefined, making });
    };
    return { ask, things: () => [[...world.jobs.values()], [...new Set(world.started.map(({ attempt }) => attempt))]] };
  },
  importProfiles: () => {
    const world = new JobWorld();
    const file = Buffer.from('id,email,city\na,ada@post.example,Ulm\nb,bo@post.example\nc,cy@post.example,Bonn\n');
    return {
      ask: async (kill, making) => world.send(file, {}, kill(world.ports()), making),
      things: () => [
        [...world.profiles.values()],
        [...world.records.values()].filter(({ state }) => state !== 'givenUp').map(({ state, rows }) => [state, rows]),
      ],
    };
  },
  createWebhook: () =>
    webhooks(async (world, kill, making) => {
      const given = { name: 'Orders', kind: 'webhook' as const, address: 'https://hooks.example.com/in', events: [] };
      const body = { ...given, language: 'en' as const, reason: 'because' };
      const answer = await createWebhook(kill(world.ports))({ ...by, params: {}, body, making });
      return answer.webhook;
    }),
  rotateWebhookSecret: () =>
    webhooks(async (world, kill, making) => {
      const asked = { ...of('old'), body: { reason: 'because' }, making };
      return (await rotateWebhookSecret(kill(world.ports))(asked)).webhook;
    }),
  createMachine: () =>
    machines(async (world, _m, kill, making) => {
      const body = { name: 'Shop', scopes: ['look' as const], reason: 'because' };
      const { machine } = await createMachine(kill(world.ports))({ ...by, params: {}, body, making });
      return { ...machine, clientId: world.clients.has(machine.clientId) };
    }),
  rotateMachineSecret: () =>
    machines(async (world, id, kill, making) => {
      const asked = { ...of(id), body: { reason: 'because' }, making };
      const { machine } = await rotateMachineSecret(kill(world.ports))(asked);
      return { ...machine, clientId: world.clients.has(machine.clientId) };
    }),
  invitePerson: () => {
    const world = new ManageWorld();
    const groups: ['prepare-deliveries'] = ['prepare-deliveries'];
    const ida = { address: 'ida@freigabe.example', name: 'Ida', language: 'de' as const, groups };
    return {
      ask: async (kill, making) => {
        const ports = { ...world.ports, turns: { alone: async <T>(work: () => Promise<T>) => work() } };
        const body = { ...ida, reason: 'because' };
        return invitePerson(kill(ports))({ ...by, params: {}, body, making });
      },
      things: async () => (await world.ports.pool.page({ limit: 50 })).items,
    };
  },
};

export const firstCall = makingOf('01KAWYQ3M0MADEBYTHISREQUEST');
