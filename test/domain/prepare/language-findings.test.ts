import { describe, expect, test } from '@jest/globals';
import { previewRun } from '../../../lambdas/prepare/preview-run.ts';
import { blocking, orderly, peopleWith, PrepareWorld, type Content } from './prepare-world.ts';

const people = ['de', 'de-AT', 'en', '', 'fr', 'tlh'].map((language) => ({ name: 'Ada', language }));

const english = { ...orderly, subject: 'Hello {{ name }}' };
const written = (variant: Partial<typeof english>, language = 'en'): Content => ({
  ...orderly,
  language: 'de',
  variants: [{ id: 'other', for: { by: 'language', language }, content: { ...english, ...variant } }],
});

const bare = '<html><body><p>Hello</p></body></html>';

describe('each language is checked', () => {
  test.each<[string, Partial<typeof english>, Record<string, unknown>]>([
    ['no way out', { html: bare }, { unsubscribeLink: { missing: ['html'], mails: 1, example: 'p2', language: 'en' } }],
    ['no subject', { subject: '' }, { subjectPresent: { language: 'en' } }],
    ['nothing in it', { html: '', text: 'x {{ unsubscribe_url }}' }, { contentPresent: { language: 'en' } }],
    ['a placeholder that nobody has', { subject: '{{ nmae }}' }, { variablesKnown: { unknown: ['nmae'] } }],
    ['no Liquid', { text: '{% if %}' }, { templateValid: { language: 'en' } }],
    [
      'a mail that cannot be put together',
      { text: '{{ name.x }} {{ unsubscribe_url }}' },
      { mailsRendered: { language: 'en', mails: 1 } },
    ],
  ])('one with %s blocks, and says which it is', async (_, variant, expected) => {
    expect(await blocking(written(variant), people)).toMatchObject(expected);
    // Whoever gets it or not: tomorrow somebody may.
    if (!('mailsRendered' in expected)) {
      const found = Object.keys(await blocking(written(variant, 'pt'), people));
      expect(found).toEqual(expect.arrayContaining(Object.keys(expected)));
    }
    expect(await blocking(written({}), people)).toEqual({});
  });

  test('what is found in several is said once, with the places of all', async () => {
    const html = orderly.html.replace('<p>Hello</p>', '<p>Hello *|FNAME|* <a href="http://localhost/x">x</a></p>');
    const content = { ...written({ html, subject: '' }), html, subject: '' };
    const run = await new PrepareWorld(content, peopleWith(people)).prepare();
    if (run.state !== 'PreparationFailed') throw new Error(run.state);
    const codes = run.checks.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const found = Object.fromEntries(run.checks.map(({ code, facts }) => [code, facts]));
    expect(found['foreignTags']).toEqual({ places: ['de: *|FNAME|*', 'en: *|FNAME|*'] });
    expect(found['linksReachable']).toEqual({ places: ['de: http://localhost/x', 'en: http://localhost/x'] });
    expect(found['subjectPresent']).toEqual({ language: 'de', alsoIn: ['en'] });
  });

  test('who has none of the languages is counted, and a language that nobody has is told and blocks nothing', async () => {
    const both = written({});
    const content: Content = {
      ...both,
      variants: [...(both.variants ?? []), { id: 'pt', for: { by: 'language', language: 'pt' }, content: english }],
    };
    const run = await new PrepareWorld(content, peopleWith(people)).prepare();
    if (run.state !== 'AwaitingConfirmation') throw new Error(run.state);
    expect(run.preparation.checks.find(({ code }) => code === 'languages')).toEqual({
      code: 'languages',
      verdict: 'information',
      facts: { languages: ['de', 'en', 'pt'], fallback: 'de', without: 1, others: 2, nobody: ['pt'] },
    });
    expect(run.preparation.variants).toEqual([
      { id: null, language: 'de', subject: 'Spring', recipients: 5 },
      { id: 'other', language: 'en', subject: 'Hello ‹name›', recipients: 1 },
      { id: 'pt', language: 'pt', subject: 'Hello ‹name›', recipients: 0 },
    ]);
  });

  test('whoever looks at the mail sees it as somebody of each language gets it', async () => {
    const world = new PrepareWorld(written({}), peopleWith(people));
    await world.prepare();
    const ports = { ...world.ports, consoleUrl: 'https://freigabe.example' };
    const shown = async (as: number) =>
      previewRun(ports)({ params: { id: 'r' }, query: { as }, body: undefined } as never);
    const { picked } = await shown(0);
    expect(picked.map(({ variant }) => variant)).toEqual([null, 'other']);
    const mails = await Promise.all(picked.map(async (_, as) => shown(as)));
    expect(mails.map(({ subject, variant }) => [subject, variant])).toEqual([
      ['Spring', null],
      ['Hello Ada', 'other'],
    ]);
  });
});
