import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnName } from '../../../domain/audience/column-name.ts';
import { isOut, outcomeOf, refused } from './import-outcome.ts';
import { ImportWorld } from './import-world.ts';

describe('the first person left and the second did not, as each tool says it', () => {
  test.each([
    ['opted_out', 'yes', 'no'],
    ['unsubscribed', 'ja', 'nein'],
    ['Opt-out', 'oui', 'non'],
    ['optout', 'TRUE', 'FALSE'],
    ['opted_out', 'x', ''],
    ['opted_out', '1', '0'],
    ['opted_out', '✓', '–'],
    ['opted_out', 'wahr', 'falsch'],
    ['unsubscribed', 'unsubscribed', 'subscribed'],
    ['Email Opt Out', '1', '0'],
    ['HasOptedOutOfEmail', 'true', 'false'],
    ['Unsubscribed from all email', 'true', ''],
    ['Portal Unsubscribe', 'TRUE', 'FALSE'],
    ['UNSUB_TIME', '2025-03-02 10:00:00', ''],
    ['unsubscribed_at', '2025-03-02T10:00:00Z', '0000-00-00 00:00:00'],
    ['unsubscribed_at', '1741000000', 'NULL'],
    ['Abgemeldet am', '02.03.2025', ''],
    ['Désabonné', 'oui', 'non'],
    ['emailBlacklisted', 'true', 'false'],
    ['Email Permission Status', 'unsubscribed', 'subscribed'],
    ['Newsletter', 'abgemeldet', 'angemeldet'],
    ['Status', 'opted out', 'active'],
    ['status', 'blocklisted', 'enabled'],
    ['Estado de suscripción', 'Dado de baja', 'Suscrito'],
    ['Fecha de baja', '2025-03-02', ''],
    ['Stato', 'Disiscritto', 'Iscritto'],
    ['Data disiscrizione', '02/03/2025', ''],
    ['Status', 'Descadastrado', 'Ativo'],
    ['Uitgeschreven', 'ja', 'nee'],
    ['Wypisany', 'tak', 'nie'],
    ['Data wypisania', '2025-03-02', ''],
    ['Status', 'zrezygnował', 'aktywny'],
    ['Odhlášen', 'ano', 'ne'],
    ['Avregistrerad', 'ja', 'nej'],
    ['blacklisted', '1', '0'],
    ['LEAVE_TIME', '2025-03-02 10:00:00', ''],
    ['deactivated', '1741000000', '0'],
  ])('%s: %s, %s', async (header, gone, here) => {
    expect(await outcomeOf(header, [gone, here])).toEqual(isOut('p0'));
  });
});

describe('refused before anything is written', () => {
  test.each([
    // Words that are neither yes nor no, under our own names.
    ['opted_out', ['maybe', 'no']],
    ['opted_out', ['2', '0']],
    ['opted_out', ['возможно', 'нет']],
    ['unsubscribed', ['cleaned', 'subscribed']],
    ['quarantined', ['good', 'good']],
    ['quarantined', ['active', 'active']],
    ['quarantined', ['unsubscribed', 'subscribed']],
    // Names that speak of opting out, of tools and languages that are not known by heart.
    ['Opted out of email: Newsletter', ['true', 'false']],
    ['Do not allow Bulk Emails', ['Do Not Allow', 'Allow']],
    ['Newsletter-Abmeldung erfolgt', ['ja', 'nein']],
    ['Werbewiderspruch', ['x', '']],
    ['Désabonnement', ['oui', 'non']],
    ['Unsubscribe Reason', ['too many', '']],
    ['Mail blacklist', ['yes', '']],
    ['Hard bounced', ['yes', 'no']],
    // The opposite meaning.
    ['Opt-In', ['yes', 'no']],
    ['opt_in', ['yes', '']],
    ['subscribed', ['1', '0']],
    ['Newsletter', ['ja', 'nein']],
    ['Einwilligung', ['ja', '']],
    ['Accepts Email Marketing', ['yes', 'no']],
    ['Abonniert', ['x', '']],
    ['newsletter_consent', ['2025-03-02', '']],
    ['Werbung erlaubt', ['ja', 'nein']],
    ['active', ['true', 'false']],
    ['activated', ['1741000000', '0']],
    ['Suscrito', ['sí', 'no']],
    ['Acepta publicidad', ['sí', 'no']],
    ['Iscritto', ['sì', 'no']],
    ['Consenso', ['sì', 'no']],
    ['Accepte les e-mails', ['oui', 'non']],
    ['Autorisation e-mail', ['oui', '']],
    ['Infomail', ['ja', 'nein']],
    ['Consent', ['given', 'withdrawn']],
    ['Bulk Email', ['Allow', 'Do Not Allow']],
    ['Send Marketing Materials', ['Send', 'Do Not Send']],
    // What bars somebody, in other words and languages.
    ['IsExcludedFromCampaigns', ['true', 'false']],
    ['Email address quarantined', ['true', '']],
    ['DNC', ['1', '0']],
    ['Werbeverbot', ['ja', 'nein']],
    ['Sperrvermerk', ['x', '']],
    ['Ne pas contacter', ['oui', 'non']],
    ['Liste noire', ['oui', 'non']],
    ['Baja', ['sí', 'no']],
    ['No enviar', ['sí', '']],
    ['Cancellato', ['sì', 'no']],
    ['Gelöscht am', ['2025-03-02', '']],
    ['Marked as spam', ['2025-03-02', '']],
    ['Email and SMS opt-out', ['yes', 'no']],
    // States.
    ['Status', ['Unsubscribed (by user)', 'Active']],
    ['Status', ['Abgemeldet am 3.5.2025', 'Aktiv']],
    ['Statut', ['Désinscrit(e)', 'Inscrit(e)']],
    ['Status', ['Held', 'Active']],
    ['Status', ['transactional', 'subscribed']],
    ['Newsletter-Abo', ['gekündigt', 'aktiv']],
    ['Tags', ['vip, unsubscribed', 'vip']],
    ['Email Permission Status', ['cleaned', 'subscribed']],
    ['status', ['disabled', 'enabled']],
    ['Group', ['unsubscribed', 'friends']],
    // Numbers for states: MailPoet, phpList, AcyMailing, and yes and no under the name of a state.
    ['Status', ['1', '2']],
    ['status', ['2', '2']],
    ['liststatus', ['1', '-1']],
    ['state', ['3', '']],
    ['Status', ['ja', 'nein']],
    ['Status', ['1', '']],
    ['confirmed', ['1', '0']],
    ['disabled', ['1', '0']],
    ['optedin', ['2', '1']],
    // Polish, Czech, Swedish.
    ['Zgoda na newsletter', ['tak', 'nie']],
    ['Subskrypcja', ['tak', '']],
    ['Nie wysyłać', ['tak', 'nie']],
    ['Status', ['Wypisano na prośbę', 'aktywny']],
    ['Souhlas', ['ano', 'ne']],
    ['Samtycke', ['ja', 'nej']],
  ])('%s: %j', async (header, cells) => {
    expect(await outcomeOf(header, cells)).toEqual(refused);
  });

  test('with what was seen, the most frequent first, and no address in it', async () => {
    const world = new ImportWorld();
    const file = ['email,Opt-in', 'a@x.example,no', 'b@x.example,yes', 'c@x.example,no', 'd@x.example,d@x.example'];
    await expect(world.import(file)).rejects.toMatchObject({
      code: 'invalid-input',
      cause: 'optOutUnclear',
      message:
        'Who opted out or is in quarantine cannot be read with certainty: Opt-in (2 × "no", 1 × "yes", 1 × "…").',
      facts: {
        columns: [
          {
            column: 'Opt-in',
            seen: [
              { word: 'no', count: 2 },
              { word: 'yes', count: 1 },
              { word: '…', count: 1 },
            ],
          },
        ],
      },
    });
  });
});

describe('a column that bars nobody is an attribute', () => {
  test.each([
    ['opt_in', ['yes', 'yes']],
    ['OPTIN_TIME', ['2025-03-02 10:00:00', '']],
    ['OPTIN_IP', ['192.0.2.1', '']],
    ['Newsletter', ['garden', '']],
    ['newsletter_opens', ['0', '17']],
    ['Status', ['gold', 'silver']],
    ['state', ['CA', 'NY']],
    ['status', ['1', '1']],
    ['confirmed', ['1', '1']],
    ['unsubscribe_url', ['https://x.example/u/1', 'https://x.example/u/2']],
    ['Email Bounced Date', ['', '']],
    ['Fax Opt Out', ['1', '0']],
    ['Do Not Call', ['1', '0']],
    ['SMS opt-out', ['yes', 'no']],
    ['Mailing Country', ['NO', 'DE']],
    ['Unpaid invoices', ['yes', 'no']],
    ['Sperrgut', ['ja', 'nein']],
    ['Priority', ['baja', 'alta']],
    ['Status', ['customer', 'lead, warm']],
    ['Notes', ['will unsubscribe soon, perhaps', '']],
    ['note', ['opted for tea', 'yes']],
  ])('%s: %j', async (header, cells) => {
    expect(await outcomeOf(header, cells)).toEqual({
      out: [],
      quarantined: [],
      attributes: [expect.stringMatching(/^[a-z_]+$/)],
    });
  });

  test('or one of which whoever imports says so', async () => {
    expect(await outcomeOf('Status', ['disabled', 'enabled'], 'points,Status')).toEqual({
      out: [],
      quarantined: [],
      attributes: ['status'],
    });
  });
});

/** What comes of a file of two people, by what is said of its columns. */
const imported = async (header: string, rows: readonly string[], query: Parameters<ImportWorld['send']>[1] = {}) => {
  const world = new ImportWorld();
  const report = await world.send(Buffer.from([header, ...rows].join('\n')), query);
  return {
    uses: Object.fromEntries(report.columns.map((column) => [column.header, column.as])),
    out: [...world.profiles.values()].filter(({ optedOut }) => optedOut).map(({ address }) => address.slice(0, 1)),
    quarantined: [...world.statuses.keys()].map((key) => key.slice(0, 1)),
  };
};

describe('an export of those who left asks nothing, whatever else it tells of them', () => {
  test.each([
    [
      'Email Address,LEAVE_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER',
      ['a@x.example,2025-03-02 10:00:00,Spring,c1,NORMAL,', 'b@x.example,2025-03-02 10:00:00,Spring,c1,OTHER,many'],
    ],
    ['EMAIL;BLOCKLISTED;UNSUBSCRIBE_REASON', ['a@x.example;true;left', 'b@x.example;true;Hard bounce']],
    ['Email,Unsubscribed from all email,Email hard bounce reason', ['a@x.example,Yes,', 'b@x.example,Yes,FULL']],
    [
      'email;activated;deactivated;active',
      ['a@x.example;2020-01-01;2021-01-01;inactive', 'b@x.example;;2021-01-01;inactive'],
    ],
  ])('%s', async (header, rows) => {
    expect((await imported(header, rows)).out).toEqual(['a', 'b']);
  });

  test('of those whose mailbox is gone, they are in quarantine', async () => {
    const rows = ['a@x.example,2025-03-02 10:00:00,Spring', 'b@x.example,2025-03-02 10:00:00,Spring'];
    const { quarantined } = await imported('Email Address,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE', rows);
    expect(quarantined).toEqual(['a', 'b']);
  });

  test('one who did not leave is enough to ask', async () => {
    const rows = ['a@x.example,2025-03-02,Spring', 'b@x.example,,Spring'];
    await expect(imported('email,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE', rows)).rejects.toMatchObject(refused);
  });
});

describe('what was asked is answered once', () => {
  test('a reason means that its person left, or that the mailbox is gone', async () => {
    const mapping = [
      { header: 'Unsubscribe Reason', as: 'optedOut' as const },
      { header: 'Email hard bounce reason', as: 'quarantined' as const },
    ];
    const rows = ['a@x.example,too many,', 'b@x.example,,MAILBOX_FULL', 'c@x.example,-,'];
    expect(await imported('email,Unsubscribe Reason,Email hard bounce reason', rows, { mapping })).toMatchObject({
      out: ['a'],
      quarantined: ['b'],
    });
  });

  test('of numbers for states 1 is who consented', async () => {
    const mapping = [{ header: 'Status', as: 'optedIn' as const }];
    const rows = ['a@x.example,1', 'b@x.example,2', 'c@x.example,0', 'd@x.example,-1'];
    expect((await imported('email,Status', rows, { mapping })).out).toEqual(['b', 'c', 'd']);
  });
});

test('who left is found in rows that are shorter or longer than the header', async () => {
  for (const rows of [
    ['a@x.example,active', 'b@x.example,unsubscribed'],
    ['a@x.example,active,Ulm,', 'b@x.example,unsubscribed,Ulm,'],
  ])
    expect(await imported('email,Status,City', rows)).toMatchObject({ uses: { Status: 'optedOut' }, out: ['b'] });
});

test('who is in quarantine is said by yes, by a reason or by a status code', async () => {
  const cells = ['yes', 'userUnknown', 'hard bounce', '5.1.1', '2025-03-02', 'no', 'nein', 'non', 'none', '-', ''];
  const people = { out: [], quarantined: ['p0', 'p1', 'p2', 'p3', 'p4'], attributes: [] };
  expect(await outcomeOf('quarantined', cells)).toEqual(people);
});

const negations = ['no', 'NO', 'nein', 'non', 'false', 'falsch', '0', 'n', '', '-', 'none', 'keine', 'nicht', 'aucun'];

test('no kind of no ever opts anybody out or puts them into quarantine', async () => {
  const column = fc.constantFrom('opted_out', 'unsubscribed', 'optout', 'quarantined', 'quarantine', 'Email Opt Out');
  const cells = fc.array(fc.constantFrom(...negations), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(column, cells, async (header, said) => {
      expect(await outcomeOf(header, said)).toEqual(isOut());
    }),
  );
});

test('a word that is not understood never decides: it is refused, or it is no word of consent', async () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((word) => !/["\r\n]/.test(word));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('opted_out', 'quarantined'), words, async (header, word) => {
      const outcome = await outcomeOf(header, [word, 'no']);
      const isKnown =
        /^(?:[✓✔☑✅–—-]|)$/.test(word.trim()) ||
        /^(?:[01xytfnj]|on|off|ja|si|ne|ano|tak|nie|nej|nei|na|nan|nil|\d+)$/.test(columnName(word));
      if (!isKnown) expect(outcome).toEqual(refused);
    }),
  );
});
