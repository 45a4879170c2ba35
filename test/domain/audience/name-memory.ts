import { partOf, type NameEntry } from '../../../domain/audience/name-index.ts';
import type { FoundIds, NameIndex } from '../../../domain/audience/ports/name-index.ts';
import { wordsIn, withoutPerson, wordsText } from '../../../lambdas/adapters/dynamodb/name-lines.ts';

type Item = { part: string; list: string; place: string; words: string };

/** The index of names as its items would be. */
export class NameMemory {
  items: Item[] = [];
  readonly erased = new Set<string>();
  private attempts = 0;

  private add(entries: readonly NameEntry[], place: string): void {
    for (const { list, word, id } of entries) {
      const words = wordsText([[word, [id]]]);
      const part = partOf(word);
      const known = this.items.find((one) => one.part === part && one.list === list && one.place === place);
      if (known) known.words += `\n${words}`;
      else this.items.push({ part, list, place, words });
    }
    this.items.sort((one, other) => (one.place < other.place ? -1 : 1));
  }

  forget(id: string, parts: readonly string[]): void {
    this.items = this.items.flatMap((one) => {
      const words = parts.includes(one.part) ? withoutPerson(one.words, id) : undefined;
      if (words === undefined) return [one];
      return words === '' ? [] : [{ ...one, words }];
    });
  }

  /** Of the transaction; whoever calls it has seen that its condition holds. */
  name(id: string, entries: readonly NameEntry[]): void {
    this.items = this.items.filter(({ place }) => place !== `p.${id}`);
    this.add(entries, `p.${id}`);
  }

  get text(): string {
    return this.items.map(({ list, words }) => `${list} ${words}`).join('\n');
  }

  readonly port: Omit<NameIndex, 'name'> = {
    keep: async (number, chunk, entries) => {
      this.attempts += 1;
      this.add(entries, `i${number}.${chunk}.${this.attempts}`);
      for (const { id, word } of entries) if (this.erased.has(id)) this.forget(id, [partOf(word)]);
    },
    drop: async (number, chunk, { list, part }) => {
      this.items = this.items.filter(
        (one) => one.part !== part || one.list !== list || !one.place.startsWith(`i${number}.${chunk}.`),
      );
    },
    find: async function* (this: NameMemory, list: string | undefined, word: string) {
      const those = this.items.filter((one) => one.part === partOf(word) && (list ?? one.list) === one.list);
      const places = those.map((one) => ({
        ...one,
        place: list === undefined ? `${one.list}#${one.place}` : one.place,
      }));
      for (const { place, words } of places.toSorted((one, other) => (one.place < other.place ? -1 : 1))) {
        const ids = wordsIn(words, word);
        if (ids.length > 0) yield { place, ids } satisfies FoundIds;
      }
    }.bind(this),
  };
}
