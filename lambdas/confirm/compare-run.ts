import {
  changedFields,
  compareAttachments,
  compareAudience,
  compareContent,
  compareVariants,
} from '../../domain/confirm/difference.ts';
import type { RunDifference } from '../../domain/confirm/api.ts';
import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import { found } from '../../domain/http/find.ts';
import { confirmingRun } from '../../domain/model/confirming-run.ts';
import { Chunk, chunkKey, Manifest, manifestKey } from '../../domain/model/manifest.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { PersonIds } from '../../domain/ports/person-ids.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';

type ComparePorts = {
  campaigns: Pick<Campaigns, 'get'>;
  runs: Runs;
  content: ContentStore;
  personIds: PersonIds;
};
type Prepared = Run & { preparation: Preparation };

/** Both audiences are read whole up to this many chunks; the API answers within its 29 seconds. */
const MAX_CHUNKS = 100;

const isPrepared = (run: Run): run is Prepared => 'preparation' in run && run.preparation !== undefined;
export const wasConfirmed = (run: Run): boolean => 'decision' in run && run.decision?.decision === 'confirm';

const manifestOf = async ({ content }: ComparePorts, { preparation }: Prepared): Promise<Manifest | undefined> => {
  const text = await content.get(manifestKey(preparation.prefix));
  return text === undefined ? undefined : Manifest.parse(JSON.parse(text));
};

/** Undefined: the people of an old run are deleted. */
const idsOf = async ({ content }: ComparePorts, { preparation }: Prepared): Promise<Set<string> | undefined> => {
  const ids = new Set<string>();
  for (let chunk = 0; chunk < preparation.chunks; chunk += 1) {
    const text = await content.get(chunkKey(preparation.prefix, chunk));
    if (text === undefined) return undefined;
    for (const { profileId } of Chunk.parse(JSON.parse(text)).recipients) ids.add(profileId);
  }
  return ids;
};

const audienceOf = async (ports: ComparePorts, before: Prepared, run: Prepared): Promise<RunDifference['audience']> => {
  if (before.preparation.chunks + run.preparation.chunks > MAX_CHUNKS) return null;
  const [old, current] = [await idsOf(ports, before), await idsOf(ports, run)];
  return old && current ? compareAudience(ports.personIds, old, current) : null;
};

const nothing: RunDifference = {
  to: null,
  subject: [],
  text: [],
  htmlChanged: false,
  variants: [],
  changed: [],
  attachments: [],
  audience: null,
};

/** The last version that somebody confirmed; without one the last that was prepared. */
export const earlierOf = async (
  ports: Pick<ComparePorts, 'campaigns' | 'runs'>,
  run: Run,
): Promise<Prepared | undefined> => {
  const campaign = await ports.campaigns.get(run.campaignId);
  // Skipped starts may be all that is latest.
  const confirming = campaign && (await confirmingRun(ports, campaign));
  const { items } = await ports.runs.listOfCampaign(run.campaignId, 50);
  const known = [...items, ...(confirming ? [confirming] : [])];
  const earlier = known.filter((candidate) => candidate.id !== run.id && candidate.createdAt <= run.createdAt);
  const prepared = earlier.filter(isPrepared);
  return prepared.find(wasConfirmed) ?? prepared[0];
};

/** GET /runs/{id}/difference */
export const compareRun =
  (ports: ComparePorts): HttpHandler<typeof confirmRoutes.compareRun> =>
  async ({ params }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    const before = isPrepared(run) ? await earlierOf(ports, run) : undefined;
    if (!before || !isPrepared(run)) return nothing;
    const [old, current] = [await manifestOf(ports, before), await manifestOf(ports, run)];
    if (!old || !current) return nothing;
    const { id, createdAt, preparation } = before;
    return {
      to: { runId: id, createdAt, wasConfirmed: wasConfirmed(before), counts: preparation.counts },
      ...compareContent(old.content, current.content),
      variants: compareVariants(old.variants, current.variants),
      changed: changedFields(old, current),
      attachments: compareAttachments(old.attachments, current.attachments),
      audience: await audienceOf(ports, before, run),
    };
  };
