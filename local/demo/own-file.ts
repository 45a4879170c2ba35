import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { ImportReport } from '../../domain/audience/api.ts';
import { decodeCsv } from '../../domain/audience/decode-csv.ts';
import { addressKey } from '../../domain/model/address.ts';
import type { CampaignInput } from '../../domain/model/campaign.ts';
import { demoCampaign } from './campaign.ts';
import type { InboxMail } from './inbox.ts';

type Column = { index: number; name: string; header: string };

/** Columns of text: what a cell of them says stands in a mail letter by letter. */
const columnsIn = ({ columns }: ImportReport): Column[] =>
  columns.flatMap(({ as, type = 'text', name, header }, index) =>
    as === 'attribute' && type === 'text' ? [{ index, name, header }] : [],
  );

/** What a mail says of a column, in marks that separate it from everything else. */
const saying = (name: string, value: string): string => `${name} «${value}»`;

const markup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{', '&#123;');

/** A letter that shows each person what the file says of them, with a link for those who click. */
export const ownLetter = (report: ImportReport): z.input<typeof CampaignInput> => {
  const columns = columnsIn(report);
  const lines = columns.map(({ name, header }) => `<p>${markup(header)}: {{ ${name} }}</p>`);
  const html = `<html lang="en"><head><title>What we know of you</title></head><body>${lines.join('')}<p><a href="https://landladen.example/account">Your account</a> <a href="{{ unsubscribe_url }}">Unsubscribe</a></p></body></html>`;
  const text = [...columns.map(({ name }) => saying(name, `{{ ${name} }}`)), 'Your account: https://landladen.example/account', 'Unsubscribe: {{ unsubscribe_url }}'];
  return {
    ...demoCampaign(report.list),
    name: 'A letter to a list of your own',
    content: { subject: 'What we know of you', preheader: '', html, text: text.join('\n') },
  };
};

const Records = z.array(z.array(z.string()));

/** Rows of the file by the address in them, as they are read without the product. */
const rowsByAddress = (bytes: Uint8Array, { columns, delimiter }: ImportReport): Map<string, string[][]> => {
  const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  const { text } = decodeCsv(bytes);
  const records = Records.parse(parse(text, { ...options, bom: true, ...(delimiter !== null && { delimiter }) }));
  const place = columns.findIndex(({ as }) => as === 'address');
  return Map.groupBy(records, (record) => addressKey(record[place] ?? ''));
};

/**
 * Mails that say something else than the file, of those of a text (a workbook is not read again). Of several rows with
 * one address any may be the one that counts.
 */
export const differing = (bytes: Uint8Array, report: ImportReport, received: readonly InboxMail[]): number => {
  const columns = columnsIn(report);
  const rows = rowsByAddress(bytes, report);
  const isSaid = (mail: InboxMail, row: string[]): boolean =>
    columns.every(({ index, name }) => mail.text.includes(saying(name, (row[index] ?? '').trim().normalize('NFC'))));
  return received.filter((mail) => !(rows.get(addressKey(mail.to)) ?? []).some((row) => isSaid(mail, row))).length;
};
