import type { Profile } from '../../../domain/model/profile.ts';
import { now } from '../samples.ts';

const reader = (number: number): Profile => ({
  id: `p${number}`,
  address: `p${number}@reader.example`,
  lists: ['friends'],
  attributes: {},
  importedAt: now,
});

/** So many people of the list, in one page. */
export async function* readers(count: number) {
  yield { items: Array.from({ length: count }, (_, number) => reader(number)), cursor: null };
}
