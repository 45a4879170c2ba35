import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PLANNED_START } from '../../../domain/content/dates.ts';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { MailSurvey } from '../../../domain/prepare/mail-survey.ts';
import { UNSUBSCRIBE_URL, withMessageUrls } from '../../../domain/prepare/part-survey.ts';
import { recipientOf } from '../../../domain/prepare/recipient-of.ts';
import { isSeen } from '../../../domain/prepare/structure.ts';
import { contrastOfLink } from '../../../lambdas/prepare/unsubscribe-link.ts';

const value = fc.oneof(
  fc.constantFrom('', ' ', '​', 'x', '1', '0', '1:1', 'display:none', '" hidden x="', '<!--', '-->', '&'),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);
const contents = [
  '<p title="{{ c }}">{{ a }}</p><a href="{{ unsubscribe_url }}">{{ a }}{{ c }}</a>',
  '<p>{{ a }}</p><div style="{{ b }}"><a href="{{ unsubscribe_url }}">{{ c }}</a></div>',
  '{{ c }}<div style="{{ b }}">{% if a == b %}<a href="{{ unsubscribe_url }}">{{ c }}</a>{% endif %}</div>',
  '<a href="{{ unsubscribe_url }}">{{ a | escape }}{{ c | newline_to_br }}</a><p>{{ b | escape | truncate: 3 }}</p>',
].map((html) => splitContent({ subject: '{{ a }}{{ b }}', html, text: '{{ unsubscribe_url }}' }));

test('what is found of everybody is what each mail by itself has', () => {
  const people = fc.array(fc.record({ a: value, b: value, c: value }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...contents), people, (content, all) => {
      const survey = new MailSurvey(content, contrastOfLink, false);
      const whole = compileContent(content);
      let [noWayOut, noSubject] = [0, 0];
      for (const [number, data] of all.entries()) {
        survey.add({ profileId: `p${number}`, address: 'ines@post.example', data });
        const values = whole(withMessageUrls(data));
        if (contrastOfLink(assemble(content.html.skeleton, values), UNSUBSCRIBE_URL) === 0) noWayOut += 1;
        if (!isSeen(`${data.a}${data.b}`)) noSubject += 1;
      }
      const state = survey.state();
      expect([state.noWayOut.html?.count ?? 0, state.noSubject?.count ?? 0]).toEqual([noWayOut, noSubject]);
      expect(state.mails).toBe(all.length);
    }),
    { numRuns: 200 },
  );
});

test('a text is seen by any of its signs', () => {
  fc.assert(
    fc.property(value, (text) => {
      expect(isSeen(text)).toBe(/[^\s\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u.test(text));
    }),
  );
});

test('of somebody it is frozen what they have themselves, whatever it is called', () => {
  const name = fc.oneof(
    fc.constantFrom('constructor', 'toString', 'valueOf', 'hasOwnProperty', '0', 'email', PLANNED_START),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.dictionary(name, value), fc.uniqueArray(name), (attributes, names) => {
      const variables = names.filter((each) => each !== '__proto__');
      const { data } = recipientOf({ id: 'p', address: ' ines@post.example', attributes }, variables, 'then');
      const expected = variables.map((each) => {
        if (each === 'email') return 'ines@post.example';
        const own = Object.hasOwn(attributes, each) ? attributes[each] : '';
        return each === PLANNED_START && own === '' ? 'then' : own;
      });
      expect(variables.map((each) => data[each])).toEqual(expected);
    }),
  );
});
