import { parseArgs } from 'node:util';
import { command, Failure } from '../local/failure.ts';
import { startInstance } from '../local/instance.ts';
import { portOffset, settingsFor } from '../local/settings.ts';
import { printedStep } from '../local/steps.ts';
import { chaosSend } from './send.ts';

const whole = (text: string, name: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Failure(`--${name} must be a whole number from 1.`);
};

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kills: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      recipients: { type: 'string', default: '4000' },
    },
  });
  if (positionals[0] !== 'send') throw new Failure('Say which: npm run chaos -- send [--kills 100] [--seed 1]');
  const settings = settingsFor('.local/chaos', portOffset() + 800);
  const instance = await startInstance(settings, printedStep, 1000);
  try {
    const { defects, ...figures } = await chaosSend(settings, instance.outputs, {
      kills: whole(values.kills, 'kills'),
      seed: whole(values.seed, 'seed'),
      recipients: whole(values.recipients, 'recipients'),
      tell: (line) => process.stdout.write(`  ${line}\n`),
    });
    for (const [name, figure] of Object.entries(figures)) process.stdout.write(`${name.padEnd(16)} ${figure}\n`);
    for (const defect of defects.slice(0, 20)) process.stdout.write(`BROKEN: ${defect}\n`);
    if (defects.length > 0) process.exitCode = 1;
  } finally {
    await instance.stop();
  }
});
process.exit();
