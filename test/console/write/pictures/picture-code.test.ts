import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pictureCode } from '../../../../console/src/write/pictures/picture-code.ts';
import { sizeInMail } from '../../../../console/src/write/pictures/mail-size.ts';
import { readMarkup } from '../../../../lambdas/content/read-markup.ts';
import { compileTemplate } from '../../../../lambdas/content/compile-template.ts';
import { mjmlCompiler } from '../../../../lambdas/adapters/mjml/mjml-compiler.ts';

const url = `https://freigabe.example/media/${'a'.repeat(64)}.jpg`;

test('what is put into a code shows the picture, and says what it shows, whatever that is', async () => {
  const texts = fc.array(fc.constantFrom('"', "'", '<', '>', '&', '&quot;', 'ö', ' ', 'Tulips'), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom('mjml' as const, 'html' as const), async (signs, format) => {
      const alt = signs.join('');
      const code = pictureCode(format, { url, width: 1200, alt });
      const column = `<mjml><mj-body><mj-section><mj-column>${code}</mj-column></mj-section></mj-body></mjml>`;
      const source = format === 'mjml' ? { mjml: column } : { html: `<body>${code}</body>` };
      const template = await compileTemplate(mjmlCompiler, { subject: 'x', preheader: '', text: 'x', ...source });
      const html = 'content' in template ? template.content.html.skeleton : template.problem;
      expect(readMarkup(html).images).toEqual([{ src: url, alt }]);
    }),
    { numRuns: 25 },
  );
});

test('a small picture stays small, a large one is as wide as its column', () => {
  expect(pictureCode('mjml', { url, width: 120, alt: 'Logo' })).toContain('width="120px"');
  expect(pictureCode('mjml', { url, width: 1200, alt: 'Tulips' })).not.toContain('width');
  expect(pictureCode('html', { url, width: 1200, alt: 'Tulips' })).toContain('width="600"');
});

test('a picture is made as wide as a mail can use it, and never larger', () => {
  expect(sizeInMail({ width: 4000, height: 3000 })).toEqual({ width: 1200, height: 900 });
  expect(sizeInMail({ width: 300, height: 200 })).toEqual({ width: 300, height: 200 });
  expect(sizeInMail({ width: 20_000, height: 1 })).toEqual({ width: 1200, height: 1 });
});
