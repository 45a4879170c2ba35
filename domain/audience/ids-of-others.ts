import { addressKey } from '../model/address.ts';
import { Problem } from '../http/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportedRow } from '../model/profile-import.ts';
import { IdSet } from './id-set.ts';

type Known = Pick<Profile, 'id' | 'address'>;

/** From this share of the known people on, their ids are taken to be those of another file. */
const SHARE = 0.2;

const idsOfOthers = (changed: number, known: number): Problem =>
  new Problem(
    'invalid-input',
    `${changed} of the ${known} known ids of the file belong to other addresses.`,
    `Nothing was imported. If the ids are row numbers, take their column out of the file. If these people did change their addresses, send it again with changedAddresses=${changed} in the query.`,
    { cause: 'idsOfOthers', known, changed },
  );

/**
 * Running numbers of another table would give people the opt-outs, lists and history of others. One changed address
 * is a move; where a fifth of the known people would get another one, or some would swap theirs, whoever imports must
 * say that they mean it, and how many. Counted over the whole file, whatever its size, before anything is written.
 */
export class IdsOfOthers {
  private known = 0;
  private changed = 0;
  /** Rows that have moved on by one, say: who changed has the address that somebody else who changed had. */
  private areMixed = false;
  private readonly left = new IdSet();
  private readonly taken = new IdSet();

  /** @param profiles those whose ids stand in these rows; no id is in two rows of a file */
  add(rows: readonly ImportedRow[], profiles: readonly Known[]): void {
    const known = new Map(
      profiles.flatMap(({ id, address }) => (address === '' ? [] : [[id, addressKey(address)] as const])),
    );
    this.known += known.size;
    for (const { id, address } of rows) {
      const before = known.get(id);
      const key = addressKey(address);
      if (before !== undefined && key !== '' && key !== before) this.note(before, key);
    }
  }

  private note(before: string, now: string): void {
    this.changed += 1;
    this.left.add(before);
    this.taken.add(now);
    if (this.left.has(now) || this.taken.has(before)) this.areMixed = true;
  }

  /** @param meant as many changes as whoever imports has seen */
  refuse(meant: number | undefined): void {
    const { known, changed } = this;
    const isOther = changed > 1 && (changed >= known * SHARE || this.areMixed);
    if (isOther && changed > (meant ?? 0)) throw idsOfOthers(changed, known);
  }
}
