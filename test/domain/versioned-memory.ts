import type { Enumerated, Versioned } from '../../domain/ports/versioned.ts';

/** Things of one kind in memory, by the conditions of the table. `unreadable`: ids of those that nobody can read. */
export class VersionedMemory<T extends { id: string; version: number }> implements Versioned<T>, Enumerated<T> {
  readonly stored = new Map<string, T>();
  unreadable: string[] = [];
  private added = 0;

  readonly getMany = async (ids: readonly string[]): Promise<T[]> => ids.flatMap((id) => this.stored.get(id) ?? []);
  readonly listed = async () => ({ items: [...this.stored.values()], unreadable: this.unreadable });

  readonly additions = async (): Promise<number> => this.added;

  /** False: somebody was faster. */
  private readonly raises = (seen: number | undefined): boolean => {
    if (seen !== undefined && seen !== this.added) return false;
    if (seen !== undefined) this.added += 1;
    return true;
  };

  readonly create = async (thing: T, seen?: number): Promise<boolean> => {
    if (this.stored.has(thing.id) || !this.raises(seen)) return false;
    this.stored.set(thing.id, thing);
    return true;
  };

  readonly replace = async (thing: T, seen?: number): Promise<boolean> => {
    if (this.stored.get(thing.id)?.version !== thing.version - 1 || !this.raises(seen)) return false;
    this.stored.set(thing.id, thing);
    return true;
  };

  readonly remove = async ({ id, version }: Pick<T, 'id' | 'version'>): Promise<boolean> =>
    this.stored.get(id)?.version === version && this.stored.delete(id);
}
