import type { CampaignInput } from '../domain/model/campaign.ts';
import type { Profile } from '../domain/model/profile.ts';

const filler =
  '<tr><td style="padding:12px 24px;font-family:Arial;color:#333">Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor für Köln.</td></tr>\r\n';
const ROWS = 75;
const LINKS = 10;
const ROWS_BETWEEN_LINKS = 7;

const rowAt = (row: number): string => {
  const link = Math.floor(row / ROWS_BETWEEN_LINKS);
  const hasLink = row % ROWS_BETWEEN_LINKS === 3 && link < LINKS;
  return hasLink
    ? `${filler}<tr><td><a href="https://x.example/p/${link + 1}?a=1&amp;r={{ key }}">Mehr ${link + 1}</a></td></tr>\r\n`
    : filler;
};

const head =
  '<!doctype html><html><head><meta charset="utf-8"><title>News</title></head><body><table width="600"><tr><td><h1>Hallo {{ name }}</h1><p>{{ email }} {{ city }} {{ plan }} {{ points }}</p></td></tr>\r\n';
const foot = '<tr><td><a href="{{ unsubscribe_url }}">Abmelden</a></td></tr></table></body></html>';

/** About 14 KB of HTML with five fields, ten links that carry the recipient's key, an unsubscribe link, and a text version; Liquid source. */
export const campaignMail = {
  subject: 'Grüße {{ name }}',
  preheader: '',
  html: head + Array.from({ length: ROWS }, (_, row) => rowAt(row)).join('') + foot,
  text: `Hallo {{ name }}\r\n${'Zeile mit Text und Umlauten äöü.\r\n'.repeat(35)}{{ unsubscribe_url }}`,
} satisfies CampaignInput['content'];

/** Recipient `index` of the mail, with a name beyond ASCII that HTML has to escape. */
export const recipientProfile = (index: number, list: string): Profile => ({
  id: `u${index.toString(16).padStart(12, '0')}`,
  address: `u${index}@x.example`,
  lists: [list],
  attributes: {
    name: `Jörg${index} Müller & Söhne`,
    city: 'Köln',
    plan: 'Gold',
    points: String(index),
    key: `11111111-2222-4333-8444-${index.toString(16).padStart(12, '0')}`,
  },
  importedAt: '2026-01-01T00:00:00.000Z',
});
