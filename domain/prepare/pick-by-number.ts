/** Somebody, with a number that is as good as random. */
export type Ranked<T> = { rank: number; item: T };

/** The lowest ranks of all who were added, so many of them. */
class Lowest<T> {
  private held: Ranked<T>[];
  private readonly most: number;

  constructor(most: number, held: Ranked<T>[]) {
    this.most = most;
    this.held = held;
  }

  /** Sorted once in as many additions as there are places: who is beyond them then is out. */
  add(one: Ranked<T>): Ranked<T>[] {
    this.held.push(one);
    return this.held.length < 2 * this.most ? [] : this.cut();
  }

  cut(): Ranked<T>[] {
    this.held.sort((first, other) => first.rank - other.rank);
    return this.held.splice(this.most);
  }

  all(): Ranked<T>[] {
    return this.held;
  }
}

/**
 * Picks exactly so many at random out of however many come: the lowest ranks are the first wave, the next ones the
 * second. Who is not among them is let go on the way, so that no more than twice the picked are held.
 */
export class PickByNumber<T> {
  private readonly waves: readonly Lowest<T>[];

  constructor(numbers: readonly number[], before: readonly Ranked<T>[][] = []) {
    this.waves = numbers.map((number, wave) => new Lowest(number, [...(before[wave] ?? [])]));
  }

  /** Those who are certainly not among the picked. */
  add(one: Ranked<T>): T[] {
    let coming = [one];
    for (const wave of this.waves) coming = coming.flatMap((next) => wave.add(next));
    return coming.map(({ item }) => item);
  }

  /** Everybody who is still held, by wave: those behind the last wave are not among the picked. */
  close(): T[][] {
    let coming: Ranked<T>[] = [];
    const picked = this.waves.map((wave) => {
      const beyond = coming.flatMap((next) => wave.add(next));
      coming = [...beyond, ...wave.cut()];
      return wave.all().map(({ item }) => item);
    });
    return [...picked, coming.map(({ item }) => item)];
  }

  state(): Ranked<T>[][] {
    return this.waves.map((wave) => wave.all());
  }
}
