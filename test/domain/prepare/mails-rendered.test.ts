import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withAbsent } from '../../../domain/content/absent.ts';
import { htmlEngine, textEngine } from '../../../domain/content/render.ts';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import type { Run } from '../../../domain/model/run.ts';
import { blocking, orderly, peopleWith, PrepareWorld } from './prepare-world.ts';

const within = (body: string): string => orderly.html.replace('<p>Hello</p>', body);

/** Of whom one part of the mail cannot be made. */
const full = (names: readonly string[]): Record<string, string>[] => names.map((full_name) => ({ full_name }));

describe('a mail is put together for everybody before it is frozen', () => {
  test('one word as a name: the run is blocked, and says for how many, for whom and where', async () => {
    const split = '{% assign parts = full_name | split: " " %}Hello {{ parts[0] }}, of the family {{ parts[1] }}';
    const people = full(['Ada Lind', 'Cher', 'Bo Ek', '', 'Pelé']);
    const found = await blocking({ html: within(split) }, people);
    expect(found).toEqual({
      mailsRendered: {
        mails: 3,
        example: 'p1',
        part: 'html',
        cause: 'undefined variable: parts.1',
        place: 'parts[1]',
      },
    });
    const run = await new PrepareWorld({ html: within(split) }, peopleWith(people)).prepare();
    expect(run).toMatchObject({ state: 'PreparationFailed', counts: { toDeliver: 5 } });
    expect(await blocking({ html: within(split) }, full(['Ada Lind', 'Bo Ek']))).toEqual({});
  });

  test('whatever part it is, behind whatever condition, for everybody or for one', async () => {
    const broken = ['{{ full_name.last }}', '{% if full_name == "Cher" %}{{ full_name.first.second }}{% endif %}'];
    const guarded = '{% if full_name == "Cher" %}{% assign p = full_name %}{{ p.first }}{% endif %}';
    for (const part of ['subject', 'text', 'html'] as const)
      for (const body of [...broken, guarded]) {
        const written = { subject: body, text: `${body} {{ unsubscribe_url }}`, html: within(body) };
        const found = await blocking({ [part]: written[part] }, full(['Ada Lind', 'Cher']));
        expect(found).toHaveProperty('mailsRendered');
        expect(found['mailsRendered']).toMatchObject({ part, mails: expect.any(Number) });
      }
  });

  test.each([
    ['{{ full_name }}', 2],
    [' {{ full_name }}{% if full_name == "Cher" %} {% endif %}', 2],
    ['{% if full_name %}{{ full_name | upcase }}{% endif %}', 2],
    ['\u200B{{ full_name }}\u2060', 2],
    ['{{ full_name | replace: "Cher", "x" }}&zwnj;', 0],
    ['{{ full_name | default: "Hello" }}', 0],
    ['{{ full_name }}!', 0],
  ])('a subject of values alone that is empty for somebody blocks: %s', async (subject, mails) => {
    const found = await blocking({ subject }, full(['Cher', '', '']));
    expect(found).toEqual(mails === 0 ? {} : { subjectFilled: { mails, example: 'p1' } });
  });

  test('a subject of signs without width says nothing', async () => {
    expect(await blocking({ subject: '\u200B\u200D\uFEFF' })).toHaveProperty('subjectPresent');
    expect(
      await blocking({ subject: '{% if full_name %}\u200B{% else %}Hi{% endif %}' }, full(['Cher'])),
    ).toHaveProperty('subjectFilled');
  });

  test.each([
    '{{ 3 | divided_by: full_name }}',
    '{{ full_name | divided_by: 0 }}',
    '{{ full_name | modulo: 0 | append: " €" }}',
    '{% assign share = 1 | divided_by: full_name %}{{ share | round: 2 }}',
    '{% if 5 > 4 %}{{ "1" | times: big | times: big }}{% endif %}',
  ])('what is no number blocks instead of going out as one: %s', async (code) => {
    const people = [{ full_name: '0', big: `1${'0'.repeat(200)}` }];
    expect(await blocking({ html: within(code) }, people)).toMatchObject({ mailsRendered: { part: 'html', mails: 1 } });
    expect(await blocking({ text: `${code} {{ unsubscribe_url }}` }, people)).toHaveProperty('mailsRendered');
  });

  test('a subject that cannot be told without data does not keep the mail from being frozen', async () => {
    const subject = '{% assign parts = full_name | split: " " %}{{ parts[1] }}, look';
    const run = await new PrepareWorld({ subject }, peopleWith(full(['Ada Lind']))).prepare();
    expect(run).toMatchObject({ state: 'AwaitingConfirmation', preparation: { subject } });
  });

  test('it says yes exactly when Liquid can render each part for each person', async () => {
    const piece = fc.constantFrom(
      '{{ a }}',
      '{{ a | upcase }}',
      '{{ a.first }}',
      '{% assign p = a | split: "-" %}',
      '{{ p[1] }}',
      '{% if b == "x" %}{{ a | split: "-" | last }}{% endif %}',
      '{% if b == "y" %}{% break %}{% endif %}',
      '{% for i in (1..2) %}{{ b }}{% endfor %}',
      '{{ a | divided_by: b }}',
      '{% liquid assign q = a\n echo q %}',
      '{{ q }}',
      '{{ [b] }}',
      'text <b>',
    );
    const value = fc.constantFrom('', 'w', 'x', 'y', 'a-b', '0');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 5 }),
        fc.array(fc.record({ a: value, b: value }), { minLength: 1, maxLength: 4 }),
        async (pieces, people) => {
          const body = pieces.join('');
          const html = within(body);
          const text = `${body} {{ unsubscribe_url }}`;
          const data = { a: '', b: '', p: '', q: '', unsubscribe_url: 'https://x.example/u' };
          const fails = people.filter((person) => {
            try {
              htmlEngine.parseAndRenderSync(html, withAbsent({ ...data, ...person }));
              textEngine.parseAndRenderSync(text, withAbsent({ ...data, ...person }));
              return false;
            } catch {
              return true;
            }
          });
          const { mailsRendered } = await blocking({ html, text }, people);
          expect(mailsRendered?.['mails']).toBe(fails.length || undefined);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('an attribute that is called like something of every object is empty for those who have none', async () => {
  const body = '{{ constructor }}{% if toString == "x" %}y{% endif %}';
  const people = peopleWith([{ constructor: 'McLaren', toString: 'x' }, { name: 'Ada' }]);
  const world = new PrepareWorld({ html: within(body) }, people);
  expect(await world.prepare()).toMatchObject({ state: 'AwaitingConfirmation' });
  const chunk = String([...world.objects].find(([key]) => key.includes('/chunks/'))?.[1]);
  expect(JSON.parse(chunk)).toMatchObject({
    recipients: [{ data: { constructor: 'McLaren', toString: 'x' } }, { data: { constructor: '', toString: '' } }],
  });
});

test('a mail with its values that is larger than a call to SES may be is blocked', async () => {
  const html = within(
    '{% if big == "yes" %}' + '<p>0123456789012345678901234567890123456789</p>'.repeat(9000) + '{% endif %}',
  );
  const text = `${'0123456789'.repeat(50_000)} {{ unsubscribe_url }} ${'x'.repeat(100_000)}`;
  const { mailSize } = await blocking({ html, text }, [{ big: 'no' }, { big: 'yes' }]);
  expect(mailSize).toMatchObject({ kilobytes: expect.any(Number), limit: 1000, example: 'p1' });
  expect(await blocking({ html, text }, [{ big: 'no' }])).toEqual({});
});

describe('a campaign that leaves out whose mail cannot be put together', () => {
  const greeting = '<p>{{ parts[1] }}</p>';
  const html = within(`{% assign parts = full_name | split: " " %}${greeting}`);
  const prepared = async (names: readonly string[], more: object = {}): Promise<Run> => {
    const rules = AudienceRules.parse({ notRenderable: 'leaveOut', ...more });
    return new PrepareWorld({ html }, peopleWith(full(names)), undefined, rules).prepare();
  };

  test('goes to all others, and counts and names those it leaves out', async () => {
    expect(await prepared(['Ada Lind', 'Cher', 'Bo Ek', 'Pelé'])).toMatchObject({
      state: 'AwaitingConfirmation',
      preparation: {
        counts: {
          targeted: 4,
          toDeliver: 2,
          excluded: expect.arrayContaining([{ cause: 'notRenderable', count: 2, people: ['p1', 'p3'] }]),
        },
        checks: expect.arrayContaining([expect.objectContaining({ code: 'mailsRendered', verdict: 'passed' })]),
      },
    });
  });

  test('fills its size limit with people who get a mail', async () => {
    const run = await prepared(['Cher', 'Pelé', 'Ada Lind', 'Bo Ek', 'Eva Ort'], { sizeLimit: 2 });
    expect(run).toMatchObject({ preparation: { counts: { targeted: 5, toDeliver: 2 } } });
  });

  test('to nobody is blocked, as is a template that never ends', async () => {
    expect(await prepared(['Cher'])).toMatchObject({
      state: 'PreparationFailed',
      checks: expect.arrayContaining([expect.objectContaining({ code: 'audience', verdict: 'blocking' })]),
    });
    const endless = within('{% for i in (1..1000000000) %}x{% endfor %}');
    const rules = AudienceRules.parse({ notRenderable: 'leaveOut' });
    const run = await new PrepareWorld({ html: endless }, peopleWith([{}, {}]), undefined, rules).prepare();
    expect(run).toMatchObject({
      state: 'PreparationFailed',
      checks: expect.arrayContaining([expect.objectContaining({ code: 'mailsRendered', verdict: 'blocking' })]),
    });
  });
});
