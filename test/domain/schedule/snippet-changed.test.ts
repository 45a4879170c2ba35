import { expect, test } from '@jest/globals';
import { snippetOf } from '../snippet-of.ts';
import { letter } from './letter.ts';
import { SeriesWorld } from './series-world.ts';

const content = { ...letter.content, html: `{% render 'footer' %}${letter.content.html}` };

test('a series that sends without asking asks once a snippet says something else, and not once it says the same', async () => {
  const world = new SeriesWorld();
  world.snippets = [snippetOf('footer', 'one')];
  const { id } = await world.armed('paula', { ...letter, content });
  await world.sendOnce('anton', (await world.prepare('paula', id)).id);
  const second = await world.fire(id);
  expect(second).toMatchObject({ requestConfirmation: false, state: 'Sending' });
  world.finish(second?.id ?? '');
  world.snippets = [{ ...snippetOf('footer', 'one'), version: 7 }];
  const third = await world.fire(id);
  expect(third).toMatchObject({ requestConfirmation: false, state: 'Sending' });
  world.finish(third?.id ?? '');
  // Deleted and written anew: its number is that of the one that was confirmed.
  world.snippets = [snippetOf('footer', 'two')];
  expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
});
