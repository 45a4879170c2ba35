import { measureSending } from '/tmp/wt/ses/bench/sending/measure.ts';
const plan = JSON.parse(process.argv[2]!);
for (let i = 0; i < Number(process.argv[3] ?? 1); i++) { const c = await measureSending(plan); console.log(JSON.stringify(plan.withoutBulkCalls ?? false), c.perCpuSecond.toFixed(0), c.perSecond.toFixed(0), c.requestsPerMessage.toFixed(3), c.writeUnitsPerMessage.toFixed(3), c.peakMegabytes.toFixed(0)); }
process.exit();
