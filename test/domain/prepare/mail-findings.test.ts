import { describe, expect, test } from '@jest/globals';
import { readMarkup } from '../../../lambdas/content/read-markup.ts';
import { branchesOf } from '../../../domain/content/branches.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { orderly, peopleWith, PrepareWorld, type Content } from './prepare-world.ts';

const within = (body: string): string => orderly.html.replace('<p>Hello</p>', body);

type Findings = Record<string, { verdict: string; places: unknown }>;

/** What is found out about such a mail to such people, by code; what passed is left out. */
const findings = async (content: Content, people: Record<string, string>[] = [{ name: 'Ada' }]): Promise<Findings> => {
  const run = await new PrepareWorld(content, peopleWith(people)).prepare();
  const checks = ('preparation' in run ? run.preparation?.checks : 'checks' in run ? run.checks : []) ?? [];
  return Object.fromEntries(
    checks
      .filter(({ verdict }) => verdict !== 'passed')
      .map(({ code, verdict, facts }) => [code, { verdict, places: facts['places'] }]),
  );
};

describe('what stands in a condition', () => {
  const twoLanguages =
    '{% if name == "Ada" %}<a href="/preise">Preise</a><img src="https://a.example/de.png">' +
    '{% else %}{% comment %}<a href="/never">x</a>{% endcomment %}<a href="/prices">Prices</a>' +
    '<a href="https://a.example/shop"></a>{% raw %}<a href="/raw{{ x }}">Raw</a>{% endraw %}{% endif %}';

  test('is looked at as what stands outside, whoever gets it', async () => {
    expect(await findings({ html: within(twoLanguages) })).toMatchObject({
      linksWellFormed: { verdict: 'warning', places: ['/preise', '/prices'] },
      linksLabelled: { places: ['https://a.example/shop'] },
      imagesDescribed: { places: ['https://a.example/de.png'] },
      textLinks: { places: ['https://a.example/shop'] },
    });
  });

  test('is part of the template, so a link in it has a line of its own in the figures', () => {
    const { html } = splitContent({ subject: '', html: within(twoLanguages), text: '' });
    const hrefs = readMarkup(branchesOf(html)).links.map(({ href }) => href);
    expect(hrefs).toEqual(['/preise', '/prices', 'https://a.example/shop', '/raw{{ x }}', '{{x}}']);
  });

  test('in a text that has the same link in a condition of its own, it lacks nothing', async () => {
    const link = '{% if name %}<a href="https://a.example/shop">Shop</a>{% endif %}';
    const text = `{% if name %}https://a.example/shop{% endif %} ${orderly.text}`;
    expect(await findings({ html: within(link), text })).not.toHaveProperty('textLinks');
  });
});

describe('what another tool would fill', () => {
  const tags = [
    '*|FNAME|*',
    '*|LIST:COMPANY|*',
    '%%first_name%%',
    '%FIRSTNAME%',
    '[[data:name]]',
    '{$firstname}',
    '<%= recipient.firstName %>',
    '${user.name}',
    '[%Vorname%]',
    '@VORNAME@',
    '{FIRSTNAME}',
    '{!firstname_fix}',
    '$[FNAME|Friend]$',
    '~Contact.FirstName~',
    '%recipient.name%',
    '##VORNAME##',
    '#firstname#',
    '%name%',
    '[firstname,fallback=friend]',
    '[FIRST NAME]',
    '[contact_attribute:firstname]',
    '[Anrede]',
    '{name}',
    '{contact.first_name}',
    '«Prénom»',
    '[unsubscribe]',
    '%%=v(@first_name)=%%',
    '%%[ SET @name = AttributeValue("First Name") ]%%',
    '{# Say hello #}',
    '~~eloqua..type--emailfield..syntax--C_FirstName..encodeFor--html~~',
    '<unsubscribe>',
    '<currentyear>',
    '<singleline label="Title">',
    '{contactfield=firstname}',
    '{webview_text}',
    '[subscriber:firstname | default:reader]',
    '{subtag:name|part:first}',
    '%FIRST_NAME|TITLECASE%',
    '[[+name]]',
    '$First name$',
    '$$contact.1$$',
    '<?= $name ?>',
    '$!{name}',
    '${name!"friend"}',
    '<#if name>',
    '{if $name}',
    '{/if}',
    '{Contact.FirstName|there}',
    '[view_in_browser]',
    '[WEBVERSION]',
    '{opt_out_url}',
    '[INSERT LINK]',
    '[Link einfügen]',
    '[Ihr Name]',
    'Lorem ipsum',
  ];
  test.each(tags)('is told, in each part and in each branch: %s', async (tag) => {
    const inText = tag.startsWith('<') ? orderly.html : within(`<p>Dear {% if name %}${tag}{% endif %}</p>`);
    const found = await findings({ html: inText, text: `${tag} ${orderly.text}`, subject: `For ${tag}` });
    expect(found).toMatchObject({ foreignTags: { verdict: 'warning', places: [tag] } });
  });

  test('each of them by itself, also where one ends with what another begins with', async () => {
    const found = await findings({ html: within('%%[ SET @x = 1 ]%% %%=v(@x)=%%, %%FirstName%%') });
    expect(found).toMatchObject({
      foreignTags: { places: ['%%[ SET @x = 1 ]%%', '%%=v(@x)=%%', '%%FirstName%%'] },
    });
  });

  test.each([
    'width:100%; height:50%',
    '100% wool, 20% off%',
    'https://a.example/caf%C3%A9%20x?y=%ABC',
    '[1], [[',
    '$5.00',
    '{ x }',
    '{x} [x] [siehe Seite 3] «Guten Tag»',
    '#Garten #name, 50%name 20%',
    '~10.000 und ~5.000',
    'ref #AB# {Ab}',
    'a | b * c',
    'me@SHOP.example and @ABC',
    '<!--[if mso]><p>[x]</p><![endif]-->',
    'p{color:{{ name }}}',
    '$5 name, 10$ and $name',
    '[Ihr], [hier], [here], {if}, $$, <#x>',
    'a{if:1} [date: Monday]',
  ])('is nothing else: %s', async (text) => {
    expect(await findings({ html: within(`<p>${text}</p>`) })).not.toHaveProperty('foreignTags');
  });
});

describe('a link', () => {
  test.each([
    'http://localhost:3000/shop',
    'https://shop.localhost/',
    'http://127.0.0.1/',
    'http://192.168.178.20/x.png',
    'http://10.0.0.1',
    'http://172.20.1.1/',
    'http://169.254.169.254/latest/',
    'http://[::1]/',
    'http://intranet/news',
    'https://wiki.corp.internal/',
    'http://nas.local',
  ])('into a local network is told: %s', async (href) => {
    expect(await findings({ html: within(`{% if name %}<a href="${href}">Shop</a>{% endif %}`) })).toMatchObject({
      linksReachable: { verdict: 'warning', places: [href] },
    });
    expect(await findings({ html: within(`<img alt="x" src="${href}">`) })).toHaveProperty('linksReachable');
  });

  test.each(['https://a.example/', 'http://172.32.0.1/', 'https://localhost.example/', 'https://{{ name }}.example/x'])(
    'elsewhere is not: %s',
    async (href) => {
      expect(await findings({ html: within(`<a href="${href}">Shop</a>`) })).not.toHaveProperty('linksReachable');
    },
  );

  test.each(['HTTPS://a.example/', 'Mailto:a@b.example', 'TEL:+49123'])(
    'is one however its scheme is written (RFC 3986, section 3.1): %s',
    async (href) => {
      const text = `HTTPS://a.example/ ${orderly.text}`;
      const found = await findings({ html: within(`<a href="${href}">Shop</a>`), text });
      expect(found).not.toHaveProperty('linksWellFormed');
    },
  );

  test.each(['javascript:alert(1)', 'JavaScript:x', 'data:text/html,x', 'ftp://a.example/', 'file:///c:/x'])(
    'that a mail program does not follow is told: %s',
    async (href) => {
      const found = await findings({ html: within(`{% if name %}<a href="${href}">Shop</a>{% endif %}`) });
      expect(found).toMatchObject({ linksWellFormed: { verdict: 'warning', places: [href] } });
    },
  );

  test.each([
    ['would be unsubscribed', 'https://news.example/api/unsubscribe/01JD.7.p7.AbCdEf'],
    ['would show their mail', 'https://news.example/api/view-in-browser/01JD.7.p7.AbCdEf'],
  ])('by which one person %s to all others blocks, in HTML and in text', async (_what, copied) => {
    const places = [copied];
    for (const content of [{ html: within(`<a href="${copied}">Leave</a>`) }, { text: `${orderly.text} or ${copied}` }])
      expect(await findings(content)).toMatchObject({ linksOfOneMessage: { verdict: 'blocking', places } });
  });
});

describe('a link that only some programs follow', () => {
  const copied = 'https://news.example/api/unsubscribe/01JD.7.p7.AbCdEf';
  test.each([
    ['an area of a picture', (href: string) => `<img alt="x" src="cid:x"><map name="m"><area href="${href}"></map>`],
    ['a button of VML', (href: string) => `<!--[if mso]><v:roundrect href="${href}">x</v:roundrect><![endif]-->`],
    ['a link for Outlook', (href: string) => `<!--[if gte mso 9]><a href="${href}">x</a><![endif]-->`],
  ])('is looked at as others are: %s', async (_, written) => {
    const hrefs = [copied, 'http://localhost/', 'shop.example', 'https://a.example/', '{{ unsubscribe_url }}'];
    expect(await findings({ html: within(hrefs.map(written).join('')) })).toMatchObject({
      linksOfOneMessage: { verdict: 'blocking', places: [copied] },
      linksReachable: { verdict: 'warning', places: ['http://localhost/'] },
      linksWellFormed: { verdict: 'warning', places: ['shop.example'] },
    });
  });
});

describe('a value', () => {
  test('that no condition can read is told, and one that says no where a condition holds for each', async () => {
    const people = [
      { points: '12,5', until: '05.03.2027', newsletter: 'ja', vip: 'false', name: 'no' },
      { points: 'k. A.', until: 'soon', newsletter: 'weekly', vip: '0', name: 'Ada' },
      { points: '1,234', until: '', newsletter: '', vip: 'gold', name: '' },
    ];
    const html = within(
      [
        '{% if points > 100 and until < "2027-12-31" %}a{% elsif newsletter == true %}b{% endif %}',
        '{% unless vip %}c{% endunless %}{% if name and name != "no" %}{{ name }}{% endif %}',
      ].join(''),
    );
    expect(await findings({ html }, people)).toMatchObject({
      comparisonsRead: { verdict: 'warning', places: ['newsletter (1)', 'points (2)', 'until (1)'] },
      noAsYes: { verdict: 'warning', places: ['vip: false (1)', 'vip: 0 (1)'] },
    });
    expect(await findings({ html: within('{{ points }} {{ vip }}') }, people)).not.toMatchObject({
      comparisonsRead: expect.anything(),
    });
  });

  test('that is a word of a program is told, with how many read it', async () => {
    const names = ['NULL', 'NULL', 'N/A', '#NV', 'Null Island', 'Nan Goldin', 'None of us', 'Ada', '-'];
    const people = names.map((name) => ({ name, city: 'NULL' }));
    expect(await findings({ html: within('<p>{{ name }}</p>') }, people)).toMatchObject({
      valuesReal: { verdict: 'warning', places: ['name: NULL (2)', 'name: N/A (1)', 'name: #NV (1)', 'name: - (1)'] },
    });
  });

  test('that is no date is told where the template writes it as one, wherever that stands', async () => {
    const people = ['05.03.2027', '2027-03-25 10:00', '3/5/2027', 'soon', ''].map((day) => ({ day, name: 'soon' }));
    const body = '<p>{{ name }}{% if day %} until {{ day | date: "%d.%m.%Y" }}{% endif %}</p>';
    expect(await findings({ html: within(body) }, people)).toMatchObject({
      datesRead: { verdict: 'warning', places: ['day (2)'] },
    });
    expect(await findings({ html: within('<p>{{ day }}</p>') }, people)).not.toHaveProperty('datesRead');
  });
});
