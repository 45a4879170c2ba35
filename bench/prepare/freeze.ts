import { AudienceRules } from '../../domain/model/audience-rules.ts';
import { splitContent } from '../../domain/content/split.ts';
import { personalVariables } from '../../domain/content/variables.ts';
import { freezeAudience } from '../../lambdas/prepare/freeze-audience.ts';
import { audienceOf } from '../../simulation/audience.ts';
import { campaignMail } from '../../simulation/campaign-mail.ts';

/**
 * A process of its own for one size, so that its peak memory is that size's: streams an audience that is made
 * as it is read through the product's own rules into a store that keeps nothing. One line of JSON.
 * `node bench/prepare/freeze.ts ROWS`
 */
const rows = Number(process.argv[2]);

const unused = async (): Promise<never> => {
  throw new Error('freezing an audience does not ask for this');
};

let bytes = 0;
const nowhere = {
  put: async (_: string, body: string) => {
    bytes += body.length;
  },
  putBytes: async (_: string, body: Uint8Array) => {
    bytes += body.length;
  },
  get: unused,
  getBytes: unused,
};

const audience = audienceOf(rows);
const mail = splitContent(campaignMail);
const before = process.cpuUsage();
const frozen = await freezeAudience(
  { profiles: audience, content: nowhere, runs: { current: unused, recent: unused } },
  {
    id: 'bench',
    campaignId: 'bench',
    people: (from) => audience.inList('bench', from),
    rules: AudienceRules.parse({}),
    topic: undefined,
    testLists: [],
    prefix: 'runs/bench/',
    checkpoint: 0,
    mail,
    variables: personalVariables(mail),
    isTracked: true,
    contact: '',
    spreading: { campaignId: 'bench', schedule: { mode: 'onceConfirmed' }, now: '2026-12-01T07:00:00.000Z' },
    plannedStart: '2026-12-01T09:00:00+01:00',
  },
  () => false,
);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    toDeliver: frozen?.counts.toDeliver,
    bytes,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
