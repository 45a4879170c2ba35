import { command, Failure } from '../local/failure.ts';
import { benchBundles } from './bundles.ts';
import { benchCost } from './cost.ts';
import { benchImport, benchNames, SIZES } from './import/import.ts';
import { benchKpi } from './kpi.ts';
import { benchLists } from './lists.ts';
import { benchPeers } from './peers/peers.ts';
import { benchPrepare } from './prepare/prepare.ts';
import { benchEvents } from './events.ts';
import { benchRecount } from './recount.ts';
import { benchRate } from './rate/main.ts';
import { benchLatency, benchPause } from './reaction.ts';
import { benchSend } from './send.ts';
import { benchStart } from './start.ts';
import { benchStory } from './story.ts';

const benches: Record<string, () => Promise<void>> = {
  bundles: benchBundles,
  cost: async () => benchCost(Number(process.argv[3] ?? 10_000)),
  import: async () => benchImport(process.argv.length > 3 ? process.argv.slice(3).map(Number) : SIZES),
  kpi: benchKpi,
  latency: async () => benchLatency(Number(process.argv[3] ?? 10)),
  lists: async () => benchLists(Number(process.argv[3] ?? 10_000), Number(process.argv[4] ?? 100_000)),
  names: async () => benchNames(Number(process.argv[3] ?? 1_000_000)),
  pause: async () => benchPause(Number(process.argv[3] ?? 5)),
  peers: benchPeers,
  prepare: benchPrepare,
  events: async () => benchEvents(Number(process.argv[3] ?? 20_000)),
  rate: benchRate,
  recount: async () => benchRecount(Number(process.argv[3] ?? 100_000)),
  send: benchSend,
  start: benchStart,
  story: async () => benchStory(Number(process.argv[3] ?? 10_000)),
};

await command(async () => {
  const bench = benches[process.argv[2] ?? ''];
  if (!bench) throw new Failure(`Say which: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  await bench();
});
process.exit();
