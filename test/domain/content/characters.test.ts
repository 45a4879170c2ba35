import { describe, expect, test } from '@jest/globals';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { compileTemplate } from '../../../lambdas/content/compile-template.ts';
import { renderedMail } from '../../../lambdas/content/rendered-mail.ts';
import { orderly } from '../prepare/prepare-world.ts';

describe('what no mail carries', () => {
  test.each([
    ['\0', 'U+0000 on line 2 is a control character'],
    ['\u0004', 'U+0004 on line 2 is a control character'],
    ['\u000B', 'U+000B on line 2 is a control character'],
    ['\uD83D', 'U+D83D on line 2 is half a character'],
  ])('is told in each part by its line: %j', async (character, problem) => {
    const written = `a\nb${character}`;
    const mjml = `<mjml>\n<mj-body>${character}</mj-body></mjml>`;
    for (const [part, change] of [
      ['subject', { subject: written }],
      ['preheader', { preheader: written }],
      ['text', { text: written }],
      ['source', { html: written }],
      ['source', { html: undefined, mjml }],
    ] as const)
      expect(await compileTemplate(mjmlCompiler, { ...orderly, ...change })).toEqual({
        problem: expect.stringContaining(problem),
        at: { part, line: 2 },
      });
  });

  test('is not made of what a template does with values', async () => {
    const made = async (source: string): Promise<string[]> => {
      const template = await compileTemplate(mjmlCompiler, { ...orderly, subject: source, html: source, text: source });
      if ('problem' in template) throw new Error(template.problem);
      const { subject, html, text } = renderedMail(template.content, { name: '😀da' }, 'https://console.example');
      return [...new Set([subject.trim(), html, text])];
    };
    expect(await made('{{ name | split: "" | first }}{{ name | first }}{{ "a😀" | last }}')).toEqual(['😀😀😀']);
    expect(await made('{{ name | split: "" | reverse | join: "" }}')).toEqual(['ad😀']);
    expect(await made(String.raw`{{ "%00" | url_decode }}{{ "\u0000x\ud83d" }}{{ name[0] }}`)).toEqual(['x']);
  });
});
