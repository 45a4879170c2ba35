import { parseArgs } from 'node:util';
import { command, Failure } from '../local/failure.ts';
import { startInstance } from '../local/instance.ts';
import { portOffset, settingsFor } from '../local/settings.ts';
import { printedStep } from '../local/steps.ts';
import { chaosEvents } from './events.ts';
import { chaosSend } from './send.ts';

const whole = (text: string, name: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Failure(`--${name} must be a whole number from 1.`);
};

const usage =
  'Say which: npm run chaos -- send [--recipients 4000] | events [--events 100000], [--kills 100] [--seed 1]';

type Report = { defects: readonly string[] };

const print = ({ defects, ...figures }: Report): void => {
  for (const [name, figure] of Object.entries(figures)) process.stdout.write(`${name.padEnd(16)} ${String(figure)}\n`);
  for (const defect of defects.slice(0, 20)) process.stdout.write(`BROKEN: ${defect}\n`);
  process.stdout.write(defects.length === 0 ? 'Everything is exact.\n' : `${defects.length} defects\n`);
  if (defects.length > 0) process.exitCode = 1;
};

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kills: { type: 'string' },
      seed: { type: 'string', default: '1' },
      recipients: { type: 'string', default: '4000' },
      events: { type: 'string', default: '100000' },
    },
  });
  const [which] = positionals;
  if (which !== 'send' && which !== 'events') throw new Failure(usage);
  const plan = {
    kills: whole(values.kills ?? (which === 'send' ? '100' : '20'), 'kills'),
    seed: whole(values.seed, 'seed'),
    tell: (line: string) => process.stdout.write(`  ${line}\n`),
  };
  const recipients = whole(values.recipients, 'recipients');
  const events = whole(values.events, 'events');
  const settings = settingsFor('.local/chaos', portOffset() + 800);
  const { outputs, stop } = await startInstance(settings, printedStep, { perSecond: 1000, per24Hours: 1_000_000 });
  try {
    print(
      which === 'send'
        ? await chaosSend(settings, outputs, { ...plan, recipients, toldKills: Math.ceil(plan.kills / 5) })
        : await chaosEvents(settings, outputs, { ...plan, events }),
    );
  } finally {
    await stop();
  }
});
process.exit();
