import { expect, test } from '@jest/globals';
import { splitContent } from '../../../domain/content/split.ts';
import { WINNER } from '../../../domain/model/test-names.ts';
import type { Recipient } from '../../../domain/model/manifest.ts';
import { Surveys } from '../../../domain/prepare/surveys.ts';

const mailOf = (subject: string) =>
  splitContent({ subject, html: '<a href="{{ unsubscribe_url }}">x</a>', text: '{{ unsubscribe_url }}' });
const own = mailOf("{% if tier == 'gold' %}A{% else %}B{% endif %}");
const other = mailOf("{% if city == 'Ulm' %}C{% else %}D{% endif %}");

const person = (profileId: string, tier: string, city: string): Recipient => ({
  profileId,
  address: `${profileId}@post.example`,
  data: { tier, city },
});

test('people whose content a test decides are counted with each content, and shown with the own one', () => {
  const variants = [{ id: 'v', for: { by: 'abTest' as const }, content: other }];
  const surveys = new Surveys({ mail: own, variants, contrastOfLink: () => 21, leavesOut: false });
  const people: [Recipient, string | undefined][] = [
    [person('a', 'gold', 'Ulm'), undefined],
    [person('b', 'gold', 'Ulm'), 'v'],
    [person('c', 'tin', 'Bonn'), WINNER],
    [person('d', 'gold', 'Ulm'), WINNER],
  ];
  // Of whom is in the test it is decided at the end only, when all are looked at.
  const reached = people.map(([recipient]) => surveys.add(recipient, WINNER) ?? []);
  for (const [number, [, variant]] of people.entries()) surveys.count(variant, reached[number]!, number);
  const branches = surveys.conditions().map(({ variant, conditions }) => [variant, conditions[0]?.branches]);
  expect(branches).toEqual([
    [
      undefined,
      [
        { when: "tier == 'gold'", people: 2, sample: 0 },
        { when: null, people: 1, sample: 2 },
      ],
    ],
    [
      'v',
      [
        { when: "city == 'Ulm'", people: 2, sample: 1 },
        { when: null, people: 1, sample: null },
      ],
    ],
  ]);
});
