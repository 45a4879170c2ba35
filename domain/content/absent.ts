import { Drop, toValue, type Comparable } from 'liquidjs';

/**
 * What a recipient lacks, as Liquid sees it: nothing to a condition (`{% if first_name %}`), equal to nil and to the
 * empty text alike, and the empty text wherever it is written or filtered. An empty text alone is true in Liquid.
 */
class Absent extends Drop implements Comparable {
  equals(other: unknown): boolean {
    const value: unknown = toValue(other);
    return value === undefined || value === null || value === '';
  }

  gt(): boolean {
    return false;
  }

  geq(): boolean {
    return false;
  }

  lt(): boolean {
    return false;
  }

  leq(): boolean {
    return false;
  }

  override valueOf(): unknown {
    return null;
  }

  override toString(): string {
    return '';
  }

  toJSON(): string {
    return '';
  }

  override liquidMethodMissing(key: string | number): unknown {
    return key === 'size' ? 0 : null;
  }
}

export const absent = new Absent();

/** The data of one recipient for Liquid; the texts that are empty are absent. */
export const withAbsent = (data: Readonly<Record<string, string>>): object => {
  let seen: Record<string, unknown> | undefined;
  for (const name in data)
    if (data[name] === '') {
      seen ??= { ...data };
      seen[name] = absent;
    }
  return seen ?? data;
};
