import { lastItem } from '../../lambdas/adapters/dynamodb/begun-runs.ts';
import { campaignItem } from '../../lambdas/adapters/dynamodb/campaign-item.ts';
import { runItem } from '../../lambdas/adapters/dynamodb/runs.ts';
import { lifeItem } from '../../lambdas/adapters/dynamodb/series-lives.ts';
import { campaignOf, life, runOf } from './scene.ts';

export type ListItem = Record<string, unknown> & { pk: string; sk: string; gsk: string };

/** A stage after two years: campaigns, half of them prepared, and their runs. */
export const begunItems = (campaigns: number, runs: number): ListItem[] => {
  const all = Array.from({ length: campaigns }, (_, index) => campaignOf(index));
  const items: ListItem[] = all.map(campaignItem);
  for (const { id, schedule } of all) if (schedule.mode === 'recurring') items.push(lifeItem(id, life));
  const prepared = all.filter((_, index) => index % 2 === 0);
  for (let index = 0; index < runs; index += 1) {
    const campaign = prepared[index % prepared.length];
    if (!campaign) continue;
    const run = runOf(campaign, index);
    items.push(runItem(run));
    if (index >= runs - prepared.length) items.push(lastItem(run));
  }
  return items;
};
