import { describe, expect, test } from '@jest/globals';
import type { Picture } from '../../../domain/model/picture.ts';
import { pictureIdIn, pictureUrl } from '../../../domain/model/picture-address.ts';
import type { Check } from '../../../domain/model/preparation.ts';
import { author, now } from '../samples.ts';
import { orderly, peopleWith, PrepareWorld } from './prepare-world.ts';

/** A stage on a laptop, whose address means something there only. */
const consoleUrl = 'http://127.0.0.1:5173';

const picture = (digit: string, more: Partial<Picture> = {}): Picture => ({
  id: digit.repeat(64),
  type: 'jpeg',
  bytes: 300_000,
  width: 1200,
  height: 900,
  isAnimated: false,
  name: `${digit}.jpg`,
  alt: '',
  uploadedAt: now,
  uploadedBy: author,
  ...more,
});

const known = [
  picture('a'),
  picture('b', { type: 'gif', name: 'wave.gif', isAnimated: true }),
  picture('c', { bytes: 750_000, removed: { at: now, by: author } }),
];

const image = ({ id, type }: Pick<Picture, 'id' | 'type'>): string =>
  `<img src="${pictureUrl(consoleUrl, { id, type })}" alt="x">`;

/** Asked for once, each id once. */
const findings = async (images: string): Promise<Record<string, Check>> => {
  const world = new PrepareWorld({ html: orderly.html.replace('<p>', `${images}<p>`) }, peopleWith([{ name: 'Ada' }]));
  let asked = 0;
  world.pictures = {
    idIn: (src) => pictureIdIn(consoleUrl, src),
    known: async (ids) => {
      expect([new Set(ids).size, (asked += 1)]).toEqual([ids.length, 1]);
      return known.filter(({ id }) => ids.includes(id));
    },
  };
  const run = await world.prepare();
  const checks = run.state === 'AwaitingConfirmation' ? run.preparation.checks : [];
  return Object.fromEntries(checks.map((check) => [check.code, check]));
};

describe('pictures of the stage in a mail', () => {
  test('are all right while they are there, light and still, wherever the console is', async () => {
    expect(await findings(image(picture('a')).repeat(2))).toMatchObject({
      picturesThere: { verdict: 'passed' },
      picturesWeight: { verdict: 'passed', facts: { kilobytes: 300, limit: 1000 } },
      picturesStill: { verdict: 'passed' },
      linksReachable: { verdict: 'passed' },
    });
    expect(await findings(`<img src="${consoleUrl}/other.jpg" alt="x">`)).toMatchObject({
      linksReachable: { verdict: 'warning' },
    });
  });

  test('are named when they are not there; those that are no longer offered are', async () => {
    expect(await findings(image(picture('d')) + image(picture('c')))).toMatchObject({
      picturesThere: { verdict: 'warning', facts: { places: [pictureUrl(consoleUrl, picture('d'))] } },
    });
  });

  test('are weighed together, each once, the heaviest first', async () => {
    expect(await findings(known.map(image).join('') + image(picture('c')))).toMatchObject({
      picturesWeight: {
        verdict: 'warning',
        facts: { kilobytes: 1350, places: ['c.jpg', 'a.jpg', 'wave.gif'] },
      },
    });
  });

  test('that move are named', async () => {
    const moving = picture('b', { type: 'gif' });
    expect(await findings(image(moving))).toMatchObject({
      picturesStill: { verdict: 'information', facts: { places: ['wave.gif'] } },
    });
  });

  test('in a condition count too; a mail without any has no such finding', async () => {
    expect(await findings(`{% if name == "Bo" %}${image(picture('d'))}{% endif %}`)).toMatchObject({
      picturesThere: { verdict: 'warning' },
    });
    expect(await findings('')).not.toHaveProperty('picturesThere');
  });
});
