import { endOf, linkFate, whyAnew } from '../../domain/confirm/link-fate.ts';
import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import { found } from '../../domain/http/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Links } from '../../domain/confirm/ports/links.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { showRun } from '../../domain/model/show-run.ts';

/** GET /confirmations/{linkId}: looking changes nothing; somebody else's link shows nothing of the run. */
export const getConfirmation =
  (ports: {
    runs: Runs;
    links: Links;
    audit: Pick<Audit, 'ofRun'>;
    clock: Clock;
  }): HttpHandler<typeof confirmRoutes.getConfirmation> =>
  async ({ params, actor }) => {
    const link = found(await ports.links.get(params.linkId), 'link');
    const run = found(await ports.runs.get(link.runId), 'run');
    const end = linkFate(link, run, actor, new Date(ports.clock()).toISOString());
    const isTakenAway = end === 'withdrawn' || end === 'reassigned';
    const history = isTakenAway ? await ports.audit.ofRun(run.id) : [];
    const fate = end === 'withdrawn' ? whyAnew(link, history) : end;
    return {
      fate,
      run: fate === 'notYours' ? null : showRun(run, actor),
      boundTo: link.approverEmail,
      ended: endOf(link, fate, history),
    };
  };
