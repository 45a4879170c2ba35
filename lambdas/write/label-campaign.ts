import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { tryAgain } from '../../domain/http/try-again.ts';
import type { ArchivedCampaigns } from '../../domain/ports/campaigns.ts';
import type { writeRoutes } from '../../domain/write/routes.ts';

type Ports = { archive: Pick<ArchivedCampaigns, 'summary' | 'label'> };

/**
 * PUT /campaigns/{id}/labels. They are for finding it: no version is raised, what was prepared and confirmed stays, and
 * who gives them has edited nothing.
 */
export const labelCampaign =
  (ports: Ports): HttpHandler<typeof writeRoutes.labelCampaign> =>
  async ({ params, body: { labels } }) =>
    tryAgain(async () => {
      const known = found(await ports.archive.summary(params.id), 'campaign');
      if (JSON.stringify(known.labels ?? []) === JSON.stringify(labels)) return { id: known.id, labels };
      if (await ports.archive.label(known, labels)) return { id: known.id, labels };
      throw new Problem('conflict', 'Somebody else changed this campaign meanwhile.', 'Give it the labels again.', {
        cause: 'campaignChanged',
      });
    });
