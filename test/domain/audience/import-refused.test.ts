import { expect, test } from '@jest/globals';
import { ImportWorld } from './import-world.ts';

test.each([
  ['csvUnreadable', ['id,email', 'p1,"anna@post.example']],
  ['csvEmpty', ['id,email']],
  ['noAddressColumn', ['id,city', 'p1,Aachen']],
])('a file that is refused says why: %s; nothing of it is kept', async (cause, file) => {
  const world = new ImportWorld();
  await expect(world.import(file)).rejects.toMatchObject({ code: 'invalid-input', cause });
  expect(world.profiles.size).toBe(0);
});
