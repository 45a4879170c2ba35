import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { localAwsEnvironment, settings } from '../../local/settings.ts';
import { Sink } from './sink.ts';

const Printed = z.object({ cpuSeconds: z.number() });
const script = path.join(import.meta.dirname, 'raw-worker.ts');
const RATE = 1_000_000;

/** Messages per CPU-second of the path of single mails: rendered, made to MIME and sent by SendRawEmail, one by one. */
export const measureRaw = async (messages: number): Promise<{ perCpuSecond: number; bytesPerMessage: number }> => {
  const sink = new Sink(new Map(), RATE);
  const env = { ...localAwsEnvironment(settings()), AWS_ENDPOINT_URL: await sink.listen(), NODE_OPTIONS: '' };
  try {
    const args = ['--import', 'tsx', script, String(messages)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
    const { cpuSeconds } = Printed.parse(JSON.parse(stdout));
    return { perCpuSecond: messages / cpuSeconds, bytesPerMessage: sink.bytes / sink.messages };
  } finally {
    sink.close();
  }
};
