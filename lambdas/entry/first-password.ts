import { randomInt } from 'node:crypto';

/** Without signs that are read for one another. */
const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#%*+-?@_'];
const LENGTH = 16;

const anyOf = (signs: string): string => signs.charAt(randomInt(signs.length));

/** About 90 bits at random; one sign of each kind at least, as the user pool asks for (lib/people/people.ts). */
export const firstPassword = (): string => {
  const signs = [...kinds.map(anyOf), ...Array.from({ length: LENGTH - kinds.length }, () => anyOf(kinds.join('')))];
  for (let last = signs.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [signs[last], signs[other]] = [signs[other] ?? '', signs[last] ?? ''];
  }
  return signs.join('');
};
