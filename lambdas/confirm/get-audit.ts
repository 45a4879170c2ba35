import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import { found } from '../../domain/http/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { HttpHandler } from '../../domain/http/route.ts';

/** GET /runs/{id}/audit: `npm run audit:verify` proves what it answers. */
export const getAudit =
  (ports: { runs: Runs; audit: Audit }): HttpHandler<typeof confirmRoutes.getAudit> =>
  async ({ params }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    return ports.audit.ofRun(run.id);
  };
