import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnName } from '../../../domain/audience/column-name.ts';
import { wordsOfAll } from '../../../domain/audience/consent-languages/all-languages.ts';
import { hasLeavingWord } from '../../../domain/audience/consent-words.ts';
import { isOut, outcomeOf, refused } from './import-outcome.ts';

describe('the first person left and the second did not, in further languages of the Latin script', () => {
  test.each([
    ['Leiratkozott', 'igen', 'nem'],
    ['Állapot', 'leiratkozott', 'feliratkozott'],
    ['Abonelikten çıktı', 'evet', 'hayır'],
    ['Durum', 'abonelikten çıktı', 'abone'],
    ['Peruutettu', 'kyllä', 'ei'],
    ['Tila', 'peruutettu', 'tilattu'],
    ['Dezabonat', 'da', 'nu'],
    ['Stare', 'dezabonat', 'abonat'],
    ['Data dezabonării', '2025-03-02', ''],
    ['Odjavljen', 'da', 'ne'],
    ['Datum odjave', '2025-03-02', ''],
    ['Odhlásený', 'áno', 'nie'],
    ['Stav', 'odhlásený', 'prihlásený'],
    ['Loobunud', 'jah', 'ei'],
    ['Atrakstījies', 'jā', 'nē'],
    ['Atsisakė', 'taip', 'ne'],
    ['Donat de baixa', 'sí', 'no'],
    ['Abmel\u00addung', 'ja', 'nein'],
    ['unsubscribed_at', '2025-03-02', '0001-01-01T00:00:00'],
    ['unsubscribed_at', '2025-03-02', '30.12.1899'],
    // Words of another script where the column is read.
    ['opted_out', 'да', 'нет'],
    ['unsubscribed', 'ναι', 'όχι'],
    ['Status', 'отписан', 'подписан'],
  ])('%s: %s, %s', async (header, gone, here) => {
    expect(await outcomeOf(header, [gone, here])).toEqual(isOut('p0'));
  });
});

describe('refused before anything is written', () => {
  test.each([
    // Names and states that are not known by heart, in these languages.
    ['Leiratkozás időpontja', ['2025-03-02', '']],
    ['Feliratkozott', ['igen', 'nem']],
    ['Hozzájárulás', ['igen', 'nem']],
    ['Bülten', ['evet', 'hayır']],
    ['İYS izni', ['RET', 'ONAY']],
    ['Markkinointilupa', ['kyllä', 'ei']],
    ['Suoramarkkinointikielto', ['kyllä', 'ei']],
    ['Consimțământ', ['da', 'nu']],
    ['Privola', ['da', 'ne']],
    ['Stanje', ['odjavljen', 'aktiven']],
    ['Súhlas', ['áno', 'nie']],
    ['Nõusolek', ['jah', 'ei']],
    ['Piekrišana', ['jā', 'nē']],
    ['Sutikimas', ['taip', 'ne']],
    ['Butlletí', ['sí', 'no']],
    ['Berhenti berlangganan', ['ya', 'tidak']],
    // Letters of languages of which no word is known.
    ['Hủy đăng ký', ['có', 'không']],
    ['Afskráð', ['já', 'nei']],
    // Yes and no of such languages, whatever the header says.
    ['Xyzzy', ['bai', 'ez']],
    ['Foo', ['bəli', 'xeyr']],
    // Words that may be anything, under a name that says state and nothing else.
    ['Status', ['wykluczony', 'w bazie']],
    ['status', ['U', 'S']],
    ['Email status', ['Opt-out', 'Confirmed opt-in']],
    ['Marketing contact status', ['Non-marketing contact', 'Marketing contact']],
    // Yes and no below a name that speaks of writing to somebody, or says no itself.
    ['Nicht anschreiben', ['ja', 'nein']],
    ['Keine Post', ['ja', 'nein']],
    ['Kein Mailing', ['x', '']],
    ['No contact', ['true', 'false']],
    ['Geen mail', ['ja', 'nee']],
    ['E-Mail ok', ['ja', 'nein']],
    ['mail_ok', ['0', '1']],
    ['Darf angeschrieben werden', ['ja', 'nein']],
    ['isActive', ['false', 'true']],
    ['$consent', ['', '["email"]']],
    ['Kündigung', ['2025-03-02', '']],
    ['Verstorben', ['ja', 'nein']],
    ['E-Mail ok', ['nein']],
    ['Mail', ['nok', 'ok']],
    ['Contact preference', ['none', 'email']],
    // Of a consent a word that is not known may say that it was given, or taken back.
    ['Erlaubnis', ['entzogen', 'erteilt']],
    ['Einverstanden', ['nein', 'ja']],
    ['DOI', ['nein', 'ja']],
    ['DOI-Datum', ['', '2025-01-01']],
    ['cio_subscription_preferences', ['{""topics"":{""news"":false}}', '{}']],
    // States of a mailbox, whatever the column is called, and of whom no state is said among others.
    ['type', ['junk', 'active']],
    ['Email status', ['', 'Active', 'Unsubscribed']],
    ['Status', ['', 'active']],
    ['unsubscribed_at', ['2025-03-02', '1970-01-01']],
    // Who left, among tags, lists and attributes of any script.
    ['Tags', ['vip, отписан', 'vip']],
    ['Labels', ['退订', 'vip']],
    ['Groups', ['수신거부', '친구']],
    ['lists', ['Newsletter (Unsubscribed)', 'Newsletter']],
    ['attributes', ['{""unsubscribed"": true}', '{}']],
    ['subscriptions', ['[{""status"":""unsubscribed""}]', '[]']],
    // What Latin letters are left of a word of another script is not the word.
    ['opted_out', ['отписан 0', 'no']],
    ['unsubscribed', ['нет x', 'no']],
  ])('%s: %j', async (header, cells) => {
    expect(await outcomeOf(header, cells)).toEqual(refused);
  });
});

describe('a column that bars nobody is an attribute', () => {
  test.each([
    ['Gender', ['m', 'f']],
    ['Anrede', ['Herr', 'Frau']],
    ['Language', ['de', 'en']],
    ['VIP', ['yes', 'no']],
    ['Kinder', ['ja', 'nein']],
    ['Newsletter language', ['de', 'en']],
    ['Lead Status', ['New', 'Qualified']],
    ['Order status', ['backordered', 'on its way']],
    ['Status', ['Kunde', 'Interessent']],
    ['Status', ['Kunde', 'Zukunft']],
    ['State', ['Bavaria', 'Hesse']],
    ['Estado', ['Jalisco', 'Sonora']],
    ['House no', ['1', '2']],
    ['Emails sent', ['0', '1']],
    ['Contact person', ['Ada Ulm', '']],
    ['Last contact', ['2025-03-02', '']],
    ['Tier', ['1', '2']],
    ['First name', ['Tila', 'Ivo']],
    ['Company', ['Stop & Go GmbH', 'Baja AG']],
    ['Város', ['Győr', 'Pécs']],
    ['Şehir', ['İzmir', 'Ankara']],
    ['Oraș', ['Cluj', 'Iași']],
    ['Kaupunki', ['Turku', 'Oulu']],
    ['Prioridade', ['Baixa', 'Alta']],
    ['Level', ['novice', 'expert']],
    ['Retraso', ['3 días', '']],
  ])('%s: %j', async (header, cells) => {
    expect(await outcomeOf(header, cells)).toEqual({
      out: [],
      quarantined: [],
      attributes: [expect.stringMatching(/^[a-z_]+$/)],
    });
  });
});

test('a text of ASCII means what it means with a sign in it that nobody sees', () => {
  const words =
    'unsubscribed opt-out opt_out Abgemeldet de baja dado_de_baja odhlasen donat de baixa unsub vip News'.split(' ');
  const part = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ maxLength: 4 }).map((text) => text.replaceAll(/[^ -~]/g, '')),
  );
  const text = fc
    .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom(' ', ', ', '|', '-', '_', ''))
    .map(([parts, by]) => parts.join(by));
  fc.assert(
    fc.property(text, (cell) => {
      const marked = `${cell}\u00ad`;
      expect([columnName(cell), hasLeavingWord(cell)]).toEqual([columnName(marked), hasLeavingWord(marked)]);
    }),
    { numRuns: 2000 },
  );
});

test.each(['leftColumns', 'left', 'stayed', 'well', 'away', 'ordinary'] as const)(
  'words of %s stand as they are looked up: another form would never be found',
  (kind) => {
    const words = [...wordsOfAll(kind)].filter((word) => /^[\p{Script=Latin}\p{Script=Common}]+$/u.test(word));
    expect(words).toEqual(words.map(columnName));
    expect(words.length).toBeGreaterThan(20);
  },
);
