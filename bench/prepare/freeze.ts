import { AudienceRules } from '../../domain/audience-rules.ts';
import { freezeAudience } from '../../lambdas/prepare/freeze-audience.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { recipientProfile } from '../sending/campaign-mail.ts';

/**
 * A process of its own for one size, so that its peak memory is that size's: streams an audience that is made
 * as it is read through the product's own rules into a store that keeps nothing. One line of JSON.
 * `node bench/prepare/freeze.ts ROWS`
 */
const rows = Number(process.argv[2]);
const BATCH = 100;

const unused = async (): Promise<never> => {
  throw new Error('freezing an audience does not ask for this');
};

const audience: Profiles = {
  quarantined: async () => new Set(),
  suppressed: async () => new Set(),
  ofList: async function* (list) {
    for (let start = 0; start < rows; start += BATCH)
      yield Array.from({ length: Math.min(BATCH, rows - start) }, (_, index) => recipientProfile(start + index, list));
  },
  get: unused,
  getMany: unused,
  findByAddress: unused,
  put: unused,
  standing: unused,
  putStandings: unused,
  standings: unused,
  replaceStanding: unused,
  forgetStanding: unused,
  optOut: unused,
  optIn: unused,
  optedOutSince: unused,
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

const before = process.cpuUsage();
const { counts } = await freezeAudience(
  { profiles: audience, content: nowhere },
  { id: 'bench', campaignId: 'bench', list: 'bench', rules: AudienceRules.parse({}), prefix: 'runs/bench/' },
  ['name', 'email', 'city', 'plan', 'points', 'key'],
);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    toDeliver: counts.toDeliver,
    bytes,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
