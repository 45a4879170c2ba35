import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { CampaignInput } from '../../domain/model/campaign.ts';
import { Sender } from '../../domain/model/sender.ts';
import { Schedule } from '../../domain/model/schedule.ts';
import { root } from '../settings.ts';

const CampaignFile = z.object({
  name: z.string(),
  sender: Sender,
  replyTo: z.string(),
  subject: z.string(),
  preheader: z.string(),
  schedule: Schedule,
  files: z.object({ mjml: z.string(), text: z.string() }),
});

/** demo/campaign.yaml as the API takes it. */
export const demoCampaign = (list: string): z.input<typeof CampaignInput> => {
  const folder = path.join(root, 'demo');
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const { subject, preheader, files, ...campaign } = CampaignFile.parse(parse(read('campaign.yaml')));
  return { ...campaign, list, content: { subject, preheader, mjml: read(files.mjml), text: read(files.text) } };
};
