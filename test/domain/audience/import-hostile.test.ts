import { describe, expect, test } from '@jest/globals';
import { ImportWorld } from './import-world.ts';

const to = (file: string, signs: string): string => file + signs.repeat(1_000_000 / signs.length);

/** What takes the square of a cell's length does not end. */
describe('one endless cell is read as fast as many short ones', () => {
  test.each([
    ['that begins like an address', `${to('email\na@', '.')}<\nines@post.example\n`],
    ['that ends like no address', `${to('email\na@b', '.c')}<\nines@post.example\n`],
    ['in which a row begins', `${to('email,note\nines@post.example,"\n,a@', '.')} "\n`],
    ['in which many rows begin', `${to('email,note\nines@post.example,"', '\n,a@')} "\n`],
    ['of quotation marks', `${to('email,note\nines@post.example,', '"')}\n`],
  ])('%s', async (_, file) => {
    const world = new ImportWorld();
    const outcome: unknown = await world.send(Buffer.from(file)).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome.name).toBe('Problem');
    expect(world.profiles.size).toBeLessThanOrEqual(1);
  });
});
