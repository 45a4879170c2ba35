import { decodeCsv } from '../../domain/audience/decode-csv.ts';
import { MAX_FILE_BYTES, MAX_WRITES } from '../../domain/audience/import-limits.ts';
import type { SuppressionList } from '../../domain/audience/ports/suppression-list.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import {
  entryIn,
  suppressionsIn,
  widestDomains,
  type SuppressionEntry,
} from '../../domain/audience/suppression-entries.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Origin } from '../../domain/model/audit-chain.ts';
import { domainsOf } from '../../domain/model/parent-domains.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { readCells } from './read-cells.ts';

export type SuppressionPorts = { suppressions: SuppressionList; audit: Pick<Audit, 'append'>; clock: Clock };

type Done = { what: string; actor: Actor; origin: Origin };

/** The history of the list is a chain of its own, without an entry in it. */
const keep = async (
  { audit, clock }: SuppressionPorts,
  { what, actor, origin }: Done,
  facts: Record<string, string | number>,
): Promise<void> =>
  audit.append({
    at: new Date(clock()).toISOString(),
    runId: 'suppressions',
    what,
    by: personOf(actor),
    origin,
    facts,
  });

/** GET /suppressions */
export const countSuppressions =
  (ports: SuppressionPorts): HttpHandler<typeof audienceRoutes.countSuppressions> =>
  async () =>
    ports.suppressions.count();

const refuseTooLarge = (bytes: number): void => {
  if (bytes > MAX_FILE_BYTES)
    throw new Problem(
      'too-large',
      `The file has ${bytes} bytes; at most ${MAX_FILE_BYTES} fit into one import.`,
      'Cut the file in two and import both; nothing of it was added.',
      { cause: 'fileTooLarge', bytes, maxBytes: MAX_FILE_BYTES },
    );
};

const refuseTooMany = (entries: number): void => {
  if (entries > MAX_WRITES)
    throw new Problem(
      'too-large',
      `The file has ${entries} entries; at most ${MAX_WRITES} fit into one import.`,
      'Cut the file in two and import both; nothing of it was added.',
      { cause: 'tooManyRows', rows: entries, writes: entries, maxWrites: MAX_WRITES },
    );
};

const noEntry = (): Problem =>
  new Problem(
    'invalid-input',
    'There is no address, domain or SHA-256 in it.',
    'Write an address, a domain such as example.com, or the SHA-256 of an address in hex, one a line.',
    { cause: 'noSuppressionEntry' },
  );

/** Lines beyond this many are counted, not listed. */
const MAX_LISTED = 1000;
const MAX_DOMAINS = 20;

/** POST /suppressions/imports: adds, and never takes anything off; doing it again changes nothing. */
export const importSuppressions =
  (ports: SuppressionPorts): HttpHandler<typeof audienceRoutes.importSuppressions> =>
  async ({ body, actor, origin }) => {
    refuseTooLarge(body.length);
    const { entries, rejected } = suppressionsIn(readCells(decodeCsv(body).text));
    if (entries.length === 0) throw noEntry();
    refuseTooMany(entries.length);
    const added = await ports.suppressions.add(entries);
    await keep(ports, { what: 'suppressionsImported', actor, origin }, { entries: entries.length, added });
    return {
      ...(await ports.suppressions.count()),
      added,
      known: entries.length - added,
      rejected: rejected.length,
      rejectedLines: rejected.slice(0, MAX_LISTED),
      domainsNamed: widestDomains(entries).slice(0, MAX_DOMAINS),
    };
  };

const entryOf = (text: string): SuppressionEntry => {
  const entry = entryIn(text);
  if (!entry) throw noEntry();
  return entry;
};

const domainsAbove = (entry: SuppressionEntry): SuppressionEntry[] => {
  if (entry.kind === 'hash') return [];
  const key = entry.kind === 'address' ? entry.key : `@${entry.domain}`;
  return domainsOf(key).map((domain) => ({ kind: 'domain', domain }));
};

/** POST /suppressions/test */
export const testSuppression =
  (ports: SuppressionPorts): HttpHandler<typeof audienceRoutes.testSuppression> =>
  async ({ body }) => {
    const entry = entryOf(body.entry);
    const asked = entry.kind === 'domain' ? domainsAbove(entry) : [entry, ...domainsAbove(entry)];
    const [first] = await ports.suppressions.known(asked);
    return { by: first ? (first.kind === 'domain' ? 'domain' : 'address') : null };
  };

/** POST /suppressions/remove */
export const removeSuppression =
  (ports: SuppressionPorts): HttpHandler<typeof audienceRoutes.removeSuppression> =>
  async ({ body, actor, origin }) => {
    const entry = entryOf(body.entry);
    const [known] = await ports.suppressions.known([entry]);
    if (!known)
      throw new Problem('not-found', 'This is not on the suppression list.', 'Write it as it was imported.', {
        cause: 'notSuppressed',
      });
    // Who answers for it is written before it counts.
    await keep(ports, { what: 'suppressionRemoved', actor, origin }, { kind: entry.kind, reason: body.reason });
    await ports.suppressions.remove(entry);
    return ports.suppressions.count();
  };
