import { chaosSend } from '../../chaos/send.ts';
import { startInstance } from '../../local/instance.ts';
import { portOffset, settingsFor } from '../../local/settings.ts';
import { silentStep } from '../../local/steps.ts';
import { measureSending } from '../sending/measure.ts';

/** The bundled handler alone: groups of 50, a rate that never limits, a claim and a record for each recipient. */
export const throughput = async (messages: number): Promise<{ perCpuSecond: number; memoryMb: number }> => {
  const { perCpuSecond, peakMegabytes } = await measureSending({ messages, perSecond: 1_000_000 });
  return { perCpuSecond, memoryMb: peakMegabytes };
};

/** Messages per second in real time when SES grants `perSecond` and takes `delayMs` for each call. */
export const rateKept = async (perSecond: number, delayMs: number): Promise<number> =>
  (await measureSending({ messages: perSecond * 20, perSecond, inRealTime: { delayMs } })).perSecond;

/** The worker as a process is killed at random instants; everything is compared after each kill. */
export const kills = async (count: number): Promise<{ lost: number; repeated: number; unknown: number }> => {
  const settings = settingsFor('.local/peers/aws', portOffset() + 800);
  const instance = await startInstance(settings, silentStep, { perSecond: 1000 });
  try {
    const plan = { kills: count, seed: 1, recipients: 4000, toldKills: 0, tell: () => undefined };
    const { lost, repeated, unknown } = await chaosSend(settings, instance.outputs, plan);
    return { lost, repeated, unknown };
  } finally {
    await instance.stop();
  }
};
