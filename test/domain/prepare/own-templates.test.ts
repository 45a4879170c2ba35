import { describe, expect, test } from '@jest/globals';
import { templates } from '../../../console/src/write/templates/templates.ts';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { shown } from '../write/brand-world.ts';
import { PrepareWorld, peopleWith } from './prepare-world.ts';

const people = peopleWith([{ first_name: 'Ada' }, { first_name: '' }, { first_name: '<Müller & "Söhne">' }]);

const all = templates.flatMap(({ name, in: languages }) =>
  Object.entries(languages).flatMap(([language, written]) =>
    [undefined, ...(language === 'en' ? [shown] : [])].map((brand) => ({
      name: `${name} in ${language}${brand ? ' with a brand' : ''}`,
      language,
      written: { ...written, mjml: written.mjml(brand) },
    })),
  ),
);

describe('our own templates', () => {
  test('are at least eight, each in both languages, with a subject and a preheader as inboxes show them', () => {
    expect(templates.length).toBeGreaterThanOrEqual(8);
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
    for (const { written } of all) {
      expect(written.subject.length).toBeLessThanOrEqual(60);
      expect(written.preheader.length).toBeGreaterThanOrEqual(40);
      expect(written.preheader.length).toBeLessThanOrEqual(110);
    }
  });

  test.each(all)(
    '$name passes every check of a preparation, for whoever has a name or none',
    async ({ written, language }) => {
      const world = new PrepareWorld({ ...written, html: undefined, text: '' }, people, mjmlCompiler);
      const run = await world.prepare();
      if (run.state !== 'AwaitingConfirmation') throw new Error(run.state);
      const { checks } = run.preparation;
      // Of the sender of these tests, not of what is sent.
      const found = checks.filter(
        ({ code, verdict }) => code !== 'senderProofs' && !['passed', 'information'].includes(verdict),
      );
      expect(found).toEqual([]);
      expect(written.mjml).toContain(`<mjml lang="${language}">`);
      expect(written.mjml).toContain('prefers-color-scheme: dark');
    },
  );

  test('say what the brand says, as people mean it', async () => {
    for (const { in: languages } of templates) {
      const made = await mjmlCompiler.compile(languages.de.mjml(shown));
      if (!('html' in made)) throw new Error(made.problem);
      for (const part of [
        '<title>&lt;Tulips&gt; &amp; "Söhne" &amp; co</title>',
        '&lt;/mj-text&gt; 1 Canal Road<br>Company no. 7654321',
        "font-family:Georgia, 'Times New Roman', serif",
        `<img alt="&quot;>&lt;Tulips> &amp; co" src="${shown.logo?.url}"`,
      ])
        expect(made.html).toContain(part);
    }
  });
});
