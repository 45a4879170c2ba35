import type { AuditEntry, Origin } from '../model/audit-chain.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import { personOf, type Actor } from './people.ts';

type By = { chain: string; actor: Actor; origin: Origin };
type Act = {
  what: string;
  /** Undefined: nobody is asked why. */
  reason?: string;
  /** What is changed, in words of a program. */
  changes?: string | undefined;
  /** Whom or what it is done to. */
  of: AuditEntry['facts'];
};

/** Kept before it is done, so that nothing is done that nobody can read of; what did not work is kept after it. */
export const recordedIn = async <T>(
  ports: { audit: Pick<Audit, 'append'>; clock: Clock },
  { chain, actor, origin }: By,
  { what: meant, reason, changes, of }: Act,
  work: () => Promise<T>,
): Promise<T> => {
  const write = async (what: string, facts: AuditEntry['facts']): Promise<void> =>
    ports.audit.append({
      at: new Date(ports.clock()).toISOString(),
      runId: chain,
      what,
      by: personOf(actor),
      origin,
      facts: { ...of, ...facts },
    });
  await write(meant, { ...(reason !== undefined && { reason }), ...(changes !== undefined && { changes }) });
  try {
    return await work();
  } catch (error) {
    await write('notDone', { meant, error: error instanceof Error ? error.name : 'unknown' });
    throw error;
  }
};
