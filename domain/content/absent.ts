import { CaseTag, Drop, toValue, type Comparable, type Context } from 'liquidjs';

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

const absent = new Absent();

/** Equal to the same as `absent`; a `case` would take the value out of that before it compares. */
const absentInCase: Comparable = {
  equals: (other) => absent.equals(other),
  gt: () => false,
  geq: () => false,
  lt: () => false,
  leq: () => false,
};

/** `{% case %}` for which what somebody lacks is what it is for `{% if %}`. */
export class CaseOfAbsent extends CaseTag {
  constructor(...given: ConstructorParameters<typeof CaseTag>) {
    super(...given);
    const value = this.value.value.bind(this.value);
    this.value.value = function* evaluate(context: Context, isLenient?: boolean): Generator<unknown, unknown, unknown> {
      const found = yield value(context, isLenient);
      return found === absent ? absentInCase : found;
    };
  }
}

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
