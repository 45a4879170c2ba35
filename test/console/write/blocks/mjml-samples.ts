import fc from 'fast-check';

/** Pieces that, one behind the other, are anything but well-formed. */
const pieces = [
  '<mjml>',
  '</mjml>',
  '<mj-head><mj-title>x</mj-title></mj-head>',
  '<mj-body>',
  '</mj-body>',
  '<mj-section padding=0>',
  '</mj-section>',
  '<mj-column>',
  '</mj-column\n>',
  '<mj-column />',
  "<MJ-TEXT align='left'>",
  '</mj-text>',
  '</mj-text\n >',
  '<mj-raw>',
  '</mj-raw>',
  '<mj-raw>{% if a > 1 %}</mj-raw>',
  '<mj-raw>{%- else -%}</mj-raw>',
  '<mj-raw>{% endif %}</mj-raw>',
  '<mj-image src="a.png"/>',
  '<mj-button href="{{ x | append: "?a" }}" x>Go',
  '</mj-button>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '?>',
  '<!doctype html>',
  '<p>',
  '</p',
  '<br>',
  '<style>a > b { }',
  '</style>',
  '{{ first_name }}',
  '{% if a<b %}',
  '{{',
  '}}',
  '"',
  "'",
  '<',
  '>',
  '/>',
  '&amp;',
  '&auml',
  '&#x1F600;',
  '&notanything;',
  ' ',
  '\r\n  ',
  'Text 😀',
] as const;

export const rubbish = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

const attribute = fc.constantFrom(
  ' align="center"',
  " css-class='a b'",
  ' padding=0',
  ' mj-class="x"',
  ' href="https://a.example/?b&amp;c"',
  ' title="{{ city | default: "you" }}"',
  '\n\t color = "red"',
);
const attributes = fc.uniqueArray(attribute, { maxLength: 3 }).map((parts) => parts.join(''));
const inline = fc.constantFrom(
  'Hello',
  '{{ first_name }}',
  ' <b>you</b> ',
  '<a href="{{ unsubscribe_url }}">out</a>',
  '<i><strong>x</strong></i>',
  '&amp;&nbsp;',
  '{% if a > 1 %}one{% endif %}',
  '<br />',
  '<span style="color:red">r</span>',
  'a < b',
);
const inlines = fc.array(inline, { maxLength: 4 }).map((parts) => parts.join(''));
const rich = fc.oneof(
  inlines,
  inlines.map((text) => `\n<p>${text}</p>\n<ul><li>${text}</li></ul>`),
  inlines.map((text) => `<h2>${text}</h2>${text}`),
);

const gap = fc.constantFrom('', '\n      ', '\r\n\t', ' <!-- a remark --> ', '\n');
const spread = (parts: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(fc.tuple(gap, parts), { maxLength }).map((all) => all.flat().join(''));

const block = fc.oneof(
  fc.tuple(attributes, rich).map(([written, text]) => `<mj-text${written}>${text}</mj-text>`),
  attributes.map((written) => `<mj-button${written}>Go</mj-button\n>`),
  attributes.map((written) => `<mj-image src=a.png${written} />`),
  fc.constantFrom('<mj-divider />', '<mj-spacer height="8px"></mj-spacer>', '<mj-text/>'),
  fc.constantFrom(
    '<mj-raw><table><tr></mj-raw>',
    '<mj-raw><![CDATA[ <p ]]></mj-raw>',
    '<mj-table><tr><td>1</table></mj-table>',
  ),
  fc.constantFrom('<mj-social><mj-social-element name="github" href="#">G</mj-social-element></mj-social>'),
);
const condition = (inside: fc.Arbitrary<string>) =>
  fc
    .tuple(inside, inside, fc.boolean())
    .map(([one, other, hasElse]) =>
      [
        '<mj-raw>{% if points > 10 %}</mj-raw>',
        one,
        hasElse ? `<mj-raw>{%- else -%}</mj-raw>${other}` : '',
        '<mj-raw> {% endif %} </mj-raw>',
      ].join(''),
    );
const blocks = spread(fc.oneof({ weight: 5, arbitrary: block }, condition(spread(block, 2))), 4);
const column = fc.oneof(
  fc.tuple(attributes, blocks, gap).map(([written, inside, end]) => `<mj-column${written}>${inside}${end}</mj-column>`),
  fc.constant('<mj-column/>'),
  fc.constant('<mj-column>bare text</mj-column>'),
);
const section = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(attributes, spread(column, 3))
      .map(([written, inside]) => `<mj-section${written}>${inside}</mj-section>`),
  },
  fc.constant('<mj-hero><mj-text>Up</mj-text></mj-hero>'),
  fc.constant('<mj-section><mj-column><mj-text>unclosed</mj-column></mj-section>'),
);
const sections = spread(
  fc.oneof(
    { weight: 4, arbitrary: section },
    condition(section),
    section.map((inside) => `<mj-wrapper>${inside}</mj-wrapper>`),
  ),
  3,
);

/** What can be shown as blocks, with much in it that cannot. */
export const mails = fc
  .tuple(sections, gap)
  .map(
    ([inside, end]) => `<mjml>\n<mj-head><mj-title>T</mj-title></mj-head>\n<mj-body>${inside}${end}</mj-body></mjml>\n`,
  );
