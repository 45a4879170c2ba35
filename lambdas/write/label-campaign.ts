import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { tryAgain } from '../../domain/http/try-again.ts';
import { personOf } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { ArchivedCampaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { writeRoutes } from '../../domain/write/routes.ts';

type Ports = {
  archive: Pick<ArchivedCampaigns, 'summary' | 'label'>;
  audit: Pick<Audit, 'append'>;
  clock: Clock;
};

/** Gives it these. Answers those of before; undefined: it had these already. */
const labelled = async ({ archive }: Ports, id: string, labels: readonly string[]) =>
  tryAgain(async () => {
    const known = found(await archive.summary(id), 'campaign');
    const { labels: before = [] } = known;
    if (JSON.stringify(before) === JSON.stringify(labels)) return undefined;
    if (await archive.label(known, labels)) return before;
    throw new Problem('conflict', 'Somebody else changed this campaign meanwhile.', 'Give it the labels again.', {
      cause: 'campaignChanged',
    });
  });

/**
 * PUT /campaigns/{id}/labels. They are for finding it: no version is raised, what was prepared and confirmed stays, and
 * who gives them has edited nothing. That they did is in the history of the campaign, which nothing is decided by.
 */
export const labelCampaign =
  (ports: Ports): HttpHandler<typeof writeRoutes.labelCampaign> =>
  async ({ params: { id }, body: { labels }, actor, origin }) => {
    const before = await labelled(ports, id, labels);
    if (!before) return { id, labels };
    const at = new Date(ports.clock()).toISOString();
    // No label has a comma.
    const facts = { labels: labels.join(', '), before: before.join(', ') };
    await ports.audit.append({ at, runId: id, what: 'labelled', by: personOf(actor), origin, facts });
    return { id, labels };
  };
