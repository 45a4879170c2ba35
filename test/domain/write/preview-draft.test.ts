import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assemble } from '../../../domain/content/skeleton.ts';
import { compileContent } from '../../../domain/content/render.ts';
import { PreviewRequest, type DraftPreview } from '../../../domain/write/preview-routes.ts';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { compileTemplate } from '../../../lambdas/content/compile-template.ts';
import { previewDraft } from '../../../lambdas/write/preview-draft.ts';
import { now } from '../samples.ts';
import { snippetOf } from '../snippet-of.ts';
import { orderly, peopleWith } from '../prepare/prepare-world.ts';

const people = peopleWith([
  { name: 'Ada', city: 'Köln' },
  { name: '', city: 'Ulm' },
]);

/** The handler over a list of two; nothing else is asked for. */
const snippets = [snippetOf('imprint', "Sample Ltd., {% render 'who' %}"), snippetOf('who', '{{ name }}')];

const preview = async (request: object): Promise<DraftPreview> => {
  const ports = {
    html: mjmlCompiler,
    profiles: {
      findByAddress: async (key: string) => people.filter(({ address }) => address === key),
      inList: async function* pages() {
        yield { items: people, cursor: null };
      },
    },
    snippets: { getMany: async (names: readonly string[]) => snippets.filter(({ id }) => names.includes(id)) },
    clock: () => Date.parse(now),
    consoleUrl: 'https://freigabe.example',
  };
  const body = PreviewRequest.parse({ list: 'friends', ...request });
  return previewDraft(ports)({ body } as never);
};

test('has the snippets that it asks for, those of snippets too', async () => {
  const content = { ...orderly, html: orderly.html.replace('<p>', "<p>{% render 'imprint' %} ") };
  expect(await preview({ content })).toMatchObject({ mail: { html: expect.stringContaining('Sample Ltd., Ada') } });
  const missing = { ...orderly, subject: "{% render 'none' %}" };
  expect(await preview({ content: missing })).toMatchObject({
    mail: null,
    problem: 'there is no snippet “none”',
    problemAt: { part: 'subject', line: 1 },
  });
});

describe('the mail of a content that is being written', () => {
  test('is what the first person of the audience would get', async () => {
    const content = { ...orderly, subject: 'For {{ name }}', preheader: 'From {{ city }}' };
    expect(await preview({ content })).toMatchObject({
      mail: { subject: 'For Ada', preheader: 'From Köln', html: expect.stringContaining('api/unsubscribe/preview') },
      problem: null,
      profile: { id: 'p0', address: 'reader0@post.example' },
      empty: [],
    });
    const filter = { join: 'all', conditions: [{ is: 'equals', attribute: 'city', value: 'Ulm' }] };
    expect(await preview({ content, filter })).toMatchObject({ profile: { id: 'p1' }, empty: ['name'] });
  });

  test('or the person who is asked for; of nobody, each placeholder shows its name', async () => {
    const content = { ...orderly, subject: 'For {{ name | default: "friend" }}' };
    expect(await preview({ content, address: 'Reader1@post.example' })).toMatchObject({
      mail: { subject: 'For friend' },
    });
    expect(await preview({ content, list: '' })).toMatchObject({ mail: { subject: 'For [name]' }, profile: null });
    const calculated = { ...orderly, subject: '{{ points | times: 2 }} for {{ city }}' };
    expect(await preview({ content: calculated, list: '' })).toMatchObject({ mail: { subject: '0 for 0' } });
    const ofTown = { ...orderly, subject: '{{ city | times: 2 }}' };
    expect(await preview({ content: ofTown })).toMatchObject({
      mail: null,
      problem: expect.stringContaining('times takes numbers'),
      problemAt: { part: 'subject', line: 1 },
    });
    await expect(preview({ content, address: 'nobody@post.example' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('comes from MJML as well, and says the line where that is wrong', async () => {
    const { html: _html, ...others } = orderly;
    const mjml = (body: string): string =>
      `<mjml lang="de"><mj-body><mj-section><mj-column>${body}</mj-column></mj-section></mj-body></mjml>`;
    const right = mjml('<mj-text>Hallo {{ name }}, am {{ "now" | date: "%e. %B" }}</mj-text>');
    expect(await preview({ content: { ...others, mjml: right } })).toMatchObject({
      mail: { html: expect.stringMatching(/Hallo Ada, am 2\d. November/) },
    });
    const wrong = mjml('<mj-txt>Hallo</mj-txt>');
    expect(await preview({ content: { ...others, mjml: wrong } })).toMatchObject({
      mail: null,
      problem: expect.stringMatching(/^line 1, mj-txt: /),
      problemAt: { part: 'source', line: 1 },
    });
  });

  test.each([
    ['no Liquid', '{% if %}'],
    ['what this person has not', '{{ name.first.second }}'],
    ['what never ends', '{% for i in (1..1000000000) %}x{% endfor %}'],
    ['a file', '{% include "package.json" %}'],
  ])('that cannot be put together is told in one line: %s', async (_, body) => {
    const { mail, problem } = await preview({ content: { ...orderly, html: body } });
    expect(mail).toBeNull();
    expect(problem).toMatch(/^[^\n]+$/);
  });

  test.each([
    ['a subject that is no Liquid', { subject: 'For {{ name' }, { part: 'subject', line: 1 }],
    ['an HTML that is no Liquid', { html: '<p>\n{% if name %}\n</p>' }, { part: 'source', line: 2 }],
    ['a filter that nobody knows', { text: 'Hello\n\n{{ name | upcsae }}' }, { part: 'text', line: 3 }],
    [
      'what this person has not',
      { html: '<p>{{ name }}</p>\n<p>{{ name.first.second }}</p>' },
      { part: 'source', line: 2 },
    ],
  ])('says where the fault is: %s', async (_, change, problemAt) => {
    expect(await preview({ content: { ...orderly, ...change } })).toMatchObject({ mail: null, problemAt });
  });

  test('has a text that is made of its HTML when none is written', async () => {
    const html = '<h1>Hello {{ name }}</h1><p><a href="{{ unsubscribe_url }}">Leave</a></p>';
    const { text: _text, ...content } = { ...orderly, html };
    expect(await preview({ content })).toMatchObject({
      textSource: 'Hello {{ name }}\n\nLeave <{{ unsubscribe_url }}>',
      mail: { text: 'Hello Ada\n\nLeave <https://freigabe.example/api/unsubscribe/preview>' },
    });
    expect(await preview({ content: { ...content, text: 'Mine' } })).toMatchObject({ textSource: 'Mine' });
  });

  test('tells what may stand in placeholders, and how many of those who are meant lack it', async () => {
    const columns = [
      { name: 'city', missing: 0 },
      { name: 'name', missing: 1 },
    ];
    expect(await preview({ content: orderly })).toMatchObject({ columns, people: 2 });
    expect(await preview({ content: orderly, address: 'reader1@post.example' })).toMatchObject({ columns, people: 2 });
    expect(await preview({ content: orderly, list: '' })).toMatchObject({ columns: [], people: 0 });
  });

  test('is the frozen mail, byte for byte', async () => {
    const piece = fc.constantFrom(
      '{{ name }}',
      '{{ city | upcase }}',
      '{% if name %}<b>{{ name }}</b>{% endif %}',
      'é { ',
      '}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const content = { ...orderly, html: `${pieces.join('')}<a href="{{ unsubscribe_url }}">Leave</a>` };
        const template = await compileTemplate(mjmlCompiler, content);
        if ('problem' in template) throw new Error(template.problem);
        const unsubscribe = { unsubscribe_url: 'https://freigabe.example/api/unsubscribe/preview' };
        const values = compileContent(template.content)({ ...people[0]!.attributes, ...unsubscribe });
        expect((await preview({ content })).mail?.html).toBe(assemble(template.content.html.skeleton, values));
      }),
      { numRuns: 50 },
    );
  });

  test('of more than can be saved is refused', () => {
    const content = { ...orderly, html: 'x'.repeat(1_100_000) };
    expect(PreviewRequest.safeParse({ content }).success).toBe(false);
  });
});
