import { expect, test } from '@jest/globals';
import type { Content } from '../../../domain/model/campaign.ts';
import { TEMPLATES_MAX, type MailTemplate } from '../../../domain/model/mail-template.ts';
import { SEGMENTS_MAX, type Segment } from '../../../domain/model/segment.ts';
import { SNIPPETS_MAX, type Snippet } from '../../../domain/model/snippet.ts';
import { MOST_MACHINES } from '../../../domain/people/machine.ts';
import { createSegment } from '../../../lambdas/audience/segments.ts';
import { summaryOf } from '../../../lambdas/adapters/dynamodb/campaign-item.ts';
import { templateEditorsOn } from '../../../lambdas/adapters/dynamodb/template-editors.ts';
import { WEBHOOKS_MAX } from '../../../domain/people/webhook.ts';
import { createMachine } from '../../../lambdas/people/manage-machines.ts';
import { createWebhook } from '../../../lambdas/people/manage-webhooks.ts';
import { createSnippet } from '../../../lambdas/write/snippets.ts';
import { copyTemplate, createTemplate, editTemplate } from '../../../lambdas/write/templates.ts';
import { aroundCalls } from '../around-calls.ts';
import { MachineWorld } from '../people/machine-world.ts';
import { WebhookWorld } from '../people/webhook-world.ts';
import { makingOf, now, person } from '../samples.ts';
import { VersionedMemory } from '../versioned-memory.ts';

type Meet = <Ports extends object>(ports: Ports) => Ports;

/** Two requests, of which only one can be answered: the name is taken then, or it is one more than there may be. */
type Scene = {
  ask: [(meet: Meet) => Promise<unknown>, (meet: Meet) => Promise<unknown>];
  refused: string[];
  /** Names of what there is. */
  things: () => string[];
  most: number;
};

const actor = { ...person, groups: ['prepare-deliveries', 'administration'] };
const by = { actor, origin: { ip: '192.0.2.1', userAgent: 'test' }, query: {} };
const clock = () => Date.parse(now);
const stamps = { createdAt: now, createdBy: person, updatedAt: now, updatedBy: person };
const [first, second] = [makingOf('01KAWYQ3M0FIRST'), makingOf('01KAWYQ3M0SECOND')];
const upTo = (count: number): string[] => Array.from({ length: count }, (_, n) => `t${n}`);

const content: Content = { subject: 'Spring', preheader: '', html: '<p>Hi</p>', text: 'Hi' };

const templates = (known: number) => {
  const memory = new VersionedMemory<MailTemplate>();
  for (const id of upTo(known))
    memory.stored.set(id, {
      id,
      version: 1,
      name: `Name of ${id}`,
      content: summaryOf(content),
      sketch: [],
      ...stamps,
    });
  const kept = { keep: async () => summaryOf(content), read: async () => content };
  const ports = { templates: memory, templateEditors: templateEditorsOn(new VersionedMemory()), kept, clock };
  return {
    things: () => [...memory.stored.values()].map(({ name }) => name),
    create: (name: string, making: typeof first) => async (meet: Meet) =>
      createTemplate(meet(ports))({ ...by, params: {}, body: { name, content }, making }),
    copy: (id: string, name: string, making: typeof first) => async (meet: Meet) =>
      copyTemplate(meet(ports))({ ...by, params: { id }, body: { name }, making }),
    rename: (id: string, name: string) => async (meet: Meet) =>
      editTemplate(meet(ports))({ ...by, params: { id }, body: { version: 1, name } }),
  };
};

const webhook = (world: WebhookWorld, making: typeof first) => async (meet: Meet) => {
  const given = { name: 'Orders', kind: 'webhook' as const, address: 'https://hooks.example.com/in', events: [] };
  const body = { ...given, language: 'en' as const, reason: 'because' };
  return createWebhook(meet(world.ports))({ ...by, params: {}, body, making });
};

const machine = (world: MachineWorld, name: string, making: typeof first) => async (meet: Meet) =>
  createMachine(meet(world.ports))({ ...by, params: {}, body: { name, scopes: ['look'], reason: 'because' }, making });

const machines = (known: number) => {
  const world = new MachineWorld();
  const list = upTo(known).map((id) => ({ id, name: id, scopes: ['look' as const], createdAt: now, clients: [] }));
  world.list = { revision: 1, machines: list };
  return { world, things: () => world.list.machines.map(({ name }) => name) };
};

const scenes: Record<string, () => Scene> = {
  'two templates of one name': () => {
    const { things, create, copy } = templates(1);
    return {
      ask: [create('Spring', first), copy('t0', 'SPRING', second)],
      refused: ['templateNamed'],
      things,
      most: 2,
    };
  },
  'a template and another that is renamed': () => {
    const { things, create, rename } = templates(1);
    return { ask: [create('Spring', first), rename('t0', 'Spring')], refused: ['templateNamed'], things, most: 2 };
  },
  'a template that is renamed and another': () => {
    const { things, create, rename } = templates(1);
    return { ask: [rename('t0', 'Spring'), create('Spring', first)], refused: ['templateNamed'], things, most: 2 };
  },
  'two templates that are renamed': () => {
    const { things, rename } = templates(2);
    return { ask: [rename('t0', 'Spring'), rename('t1', 'Spring')], refused: ['templateNamed'], things, most: 2 };
  },
  'one template more than there may be': () => {
    const { things, create, copy } = templates(TEMPLATES_MAX - 1);
    return {
      ask: [copy('t0', 'Spring', first), create('Summer', second)],
      refused: ['tooManyTemplates'],
      things,
      most: TEMPLATES_MAX,
    };
  },
  'one snippet more than there may be': () => {
    const snippets = new VersionedMemory<Snippet>();
    for (const id of upTo(SNIPPETS_MAX - 1))
      snippets.stored.set(id, { id, version: 1, text: 'x', ...stamps, hands: [] });
    const create = (name: string, making: typeof first) => async (meet: Meet) =>
      createSnippet(meet({ snippets, clock }))({ ...by, params: {}, body: { name, text: 'Bye' }, making });
    const things = () => [...snippets.stored.keys()];
    return {
      ask: [create('footer', first), create('header', second)],
      refused: ['tooManySnippets'],
      things,
      most: SNIPPETS_MAX,
    };
  },
  'two snippets of one name': () => {
    const snippets = new VersionedMemory<Snippet>();
    const create = (text: string, making: typeof first) => async (meet: Meet) =>
      createSnippet(meet({ snippets, clock }))({ ...by, params: {}, body: { name: 'footer', text }, making });
    const things = () => [...snippets.stored.keys()];
    return { ask: [create('Bye', first), create('See you', second)], refused: ['snippetNamed'], things, most: 1 };
  },
  'one segment more than there may be': () => {
    const segments = new VersionedMemory<Segment>();
    for (const id of upTo(SEGMENTS_MAX - 1))
      segments.stored.set(id, { id, version: 1, name: id, list: '', ...stamps, hands: [] });
    const ports = { segments, runs: { get: async () => undefined }, campaigns: {} as never, clock };
    const create = (name: string, making: typeof first) => async (meet: Meet) =>
      createSegment(meet(ports))({ ...by, params: {}, body: { name, list: 'friends' }, making });
    const things = () => [...segments.stored.keys()];
    return {
      ask: [create('Ulm', first), create('Bonn', second)],
      refused: ['tooManySegments'],
      things,
      most: SEGMENTS_MAX,
    };
  },
  'one webhook more than there may be': () => {
    const world = new WebhookWorld();
    for (const id of upTo(WEBHOOKS_MAX - 1)) world.add(id);
    const things = () => [...world.hooks.keys()];
    return {
      ask: [webhook(world, first), webhook(world, second)],
      refused: ['tooManyWebhooks'],
      things,
      most: WEBHOOKS_MAX,
    };
  },
  'one machine more than there may be': () => {
    const { world, things } = machines(MOST_MACHINES - 1);
    return {
      ask: [machine(world, 'Shop', first), machine(world, 'Till', second)],
      refused: ['tooManyMachines', 'machinesMovedOn'],
      things,
      most: MOST_MACHINES,
    };
  },
  'two machines of one name': () => {
    const { world, things } = machines(1);
    return {
      ask: [machine(world, 'Shop', first), machine(world, 'shop', second)],
      refused: ['machineNamed', 'machinesMovedOn'],
      things,
      most: 2,
    };
  },
};

/** Just before this call of the one request the other one comes, and is answered. */
const metAt = async ({ ask: [one, other] }: Scene, at: number) => {
  let calls = 0;
  let met: Promise<unknown> | undefined;
  const meet: Meet = (ports) =>
    aroundCalls(ports, async (work) => {
      calls += 1;
      if (calls === at) await (met = other((as) => as).catch((error: unknown) => error)).then(() => undefined);
      return work();
    });
  const answer = await one(meet).catch((error: unknown) => error);
  return { answers: [answer, await met], isMet: met !== undefined };
};

test.each(Object.entries(scenes))('%s: whoever comes second is told so, wherever they meet', async (_name, sceneOf) => {
  for (let at = 1; ; at += 1) {
    const scene = sceneOf();
    const { answers, isMet } = await metAt(scene, at);
    if (!isMet) break;
    const causes = answers.flatMap((answer) => (answer instanceof Error ? [answer.cause] : []));
    expect([at, causes]).toEqual([at, [expect.stringMatching(scene.refused.join('|'))]]);
    const names = scene.things().map((name) => name.toLowerCase());
    expect([at, names.length]).toEqual([at, new Set(names).size]);
    expect(names.length).toBeLessThanOrEqual(scene.most);
  }
});
