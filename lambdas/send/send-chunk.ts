import { found } from '../../domain/http/find.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { contentGot } from '../../domain/model/ab-test.ts';
import { validUntilOf } from '../../domain/calendar/validity.ts';
import type { FrozenChunk } from '../../domain/model/manifest.ts';
import type { MessageUrls } from '../../domain/model/message-urls.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import { releasedBrakes } from '../../domain/send/brake.ts';
import { haveRowsEnded } from '../../domain/model/row-life.ts';
import type { RunIn } from '../../domain/model/run.ts';
import type { ChunkSent } from '../../domain/model/steps.ts';
import { BulkCalls, mailerOf, type BulkCallPorts } from './bulk-calls.ts';
import { checkedMails } from './checked-mails.ts';
import { ChunkWorker, type WorkerPorts } from './chunk-worker.ts';
import { KnownLimits } from './known-limits.ts';
import { loadChunk, type FrozenWithFiles } from '../content/load-frozen.ts';
import { RateShare, type RateSharePorts } from './rate-share.ts';
import { watchRuns, type WatchRunPorts } from './watch-run.ts';

export type SendChunkPorts = Omit<WorkerPorts, 'mailer'> &
  RateSharePorts &
  BulkCallPorts &
  WatchRunPorts & {
    mailers: Parameters<typeof mailerOf>[0];
    content: ContentStore;
    frozen: (preparation: Preparation) => Promise<FrozenWithFiles>;
    messageUrls: (runId: string) => Promise<MessageUrls>;
  };

/** Run state and opt-outs are read again after this long, so pause, stop and opt-outs work within it. */
const FRESH_MS = 1000;

const earlier = (one: string, other: string | undefined): string => (other !== undefined && other < one ? other : one);

/** Has the wave of this chunk begun? A machine sees only those chunks; whoever else calls finds the same. */
const isDue = ({ wave }: RunIn<'Sending'>, chunk: FrozenChunk | undefined): boolean =>
  !wave || chunk?.wave === undefined || chunk.wave < wave.number + (wave.begunAt === undefined ? 0 : 1);

/**
 * Sends what is left of one chunk. Nothing goes out before the manifest hash, the chunk's digest and the mails of samples
 * were found to be the confirmed ones. What a container knows of the rate and of the run serves its next chunk too.
 * @throws ManifestDiffers
 */
export const sendChunk = (ports: SendChunkPorts) => {
  const limits = new KnownLimits(ports);
  const rateShare = new RateShare(ports, limits);
  const bulkCalls = new BulkCalls(ports, limits);
  const workerPorts = { ...ports, mailer: mailerOf(ports.mailers, bulkCalls) };
  const watchOf = watchRuns(ports, FRESH_MS);
  const mailOf = checkedMails(ports.content);
  return async (step: { runId: string; chunk: number }, timeLeft: () => number): Promise<ChunkSent> => {
    const run = found(await ports.runs.get(step.runId), 'run');
    if (run.state !== 'Sending') return { ...step, outcome: 'halted' };
    const validUntil = validUntilOf(run);
    if (validUntil !== undefined && Date.parse(validUntil) <= ports.clock()) return { ...step, outcome: 'halted' };
    // Its ledger is about to be deleted, which alone says who has got the mail: the last look stops the run.
    if (haveRowsEnded(run, ports.clock())) return { ...step, outcome: 'halted' };
    const { hold } = run;
    if (hold && Date.parse(hold.until) > ports.clock())
      return { ...step, outcome: 'hold', until: earlier(hold.until, validUntil) };
    const frozen = await ports.frozen(run.preparation);
    const { manifest, attachments } = frozen;
    if (!isDue(run, manifest.chunks[step.chunk])) return { ...step, outcome: 'halted' };
    const chunk = await loadChunk(ports.content, run.preparation.prefix, manifest, step.chunk);
    const worker = new ChunkWorker(workerPorts, {
      chunk,
      template: {
        ...(await mailOf(run.preparation, frozen, contentGot(chunk.variant, run.abTest))),
        manifest,
        ...(await ports.messageUrls(run.id)),
        attachments,
      },
      rateShare,
      bulkCalls,
      watch: watchOf(run),
      timeLeft,
      isBrakeReleased: releasedBrakes(run).includes('refusalRatio'),
      rowsUntil: run.preparation.rowsUntil,
    });
    const end = await worker.run();
    return { ...step, ...end, ...(end.until !== undefined && { until: earlier(end.until, validUntil) }) };
  };
};
