import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Campaign } from '../../domain/model/campaign.ts';
import type { Outputs } from '../deploy.ts';
import { root, type Settings } from '../settings.ts';
import { Api } from './api.ts';
import { demoCampaign } from './campaign.ts';
import { Inbox } from './inbox.ts';
import { waitForState } from './wait.ts';

/** Recipients of the local inbox behave as this seed foretells, at every start. */
export const demoSeed = 1;

/**
 * Gives a fresh local AWS something to look at: a list of 1,000 profiles and a campaign that waits for its
 * confirmation, so that the first click of a newcomer can be on the link of an approval mail.
 */
export const seed = async (settings: Settings, outputs: Outputs): Promise<void> => {
  await new Inbox(settings.sesUrl).behave('demo', demoSeed);
  const preparer = await Api.as('preparer@freigabe.example', settings, outputs);
  const { items } = await preparer.call('listCampaigns', {});
  if (items.length > 0) return;
  const csv = readFileSync(path.join(root, 'demo/profiles.csv'), 'utf8');
  await preparer.call('importProfiles', { query: { list: 'friends' }, body: csv });
  const { id } = await preparer.post('/campaigns', { ...demoCampaign('friends'), name: 'First letter' }, Campaign);
  const run = await preparer.call('startRun', { params: { id } });
  await waitForState(preparer, run.id, ['AwaitingConfirmation']);
};
