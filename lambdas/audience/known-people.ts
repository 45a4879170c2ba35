import { IdsOfOthers } from '../../domain/audience/ids-of-others.ts';
import type { ImportedRow } from '../../domain/model/profile-import.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

/** Read at once, slices of a thousand. */
const READERS = 8;
const SLICE = 1000;

const knownIn = async (profiles: Pick<Profiles, 'getMany'>, rows: readonly ImportedRow[]): Promise<Profile[]> => {
  const slices = Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, index) =>
    rows.slice(index * SLICE, (index + 1) * SLICE).map(({ id }) => id),
  ).values();
  const known: Profile[] = [];
  const reader = async (): Promise<void> => {
    for (const ids of slices) known.push(...(await profiles.getMany(ids)));
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return known;
};

/** Whether the ids of a file are those of the people who are known by them, asked slice by slice. */
export class KnownPeople {
  private readonly profiles: Pick<Profiles, 'getMany'>;
  private readonly others = new IdsOfOthers();

  constructor({ profiles }: { profiles: Pick<Profiles, 'getMany'> }) {
    this.profiles = profiles;
  }

  async add(rows: readonly ImportedRow[]): Promise<void> {
    const people = rows.filter(({ refused }) => !refused);
    this.others.add(people, await knownIn(this.profiles, people));
  }

  /** @param meant as many changed addresses as whoever imports has seen */
  refuse(meant: number | undefined): void {
    this.others.refuse(meant);
  }
}
