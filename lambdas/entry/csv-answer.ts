import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';

type Asked = Pick<APIGatewayProxyEventV2, 'headers' | 'queryStringParameters'>;

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())), cursor: z.string().nullable() });

export const wantsCsv = ({ headers }: Asked): boolean => (headers['accept'] ?? '').includes('text/csv');

/**
 * As the spreadsheets of countries with a decimal comma read a file, German and French ones among them: with commas between
 * them all cells would be one, and 12.5 the twelfth of May.
 */
const wantsDecimalComma = ({ headers }: Asked): boolean =>
  /text\/csv\s*;\s*delimiter=semicolon\b/i.test(headers['accept'] ?? '');

type Column = { key: string; header: string };

/**
 * Names of the cells; what is inside of another object has both names: `sent.percent`. What a record has differs from
 * row to row: the query names what is wanted of it, by the name of the record.
 */
const columnsOf = (item: z.ZodObject, asked: Asked, before = ''): Column[] =>
  Object.entries(item.shape).flatMap(([name, value]) => {
    const key = `${before}${name}`;
    if (value instanceof z.ZodObject) return columnsOf(value, asked, `${key}.`);
    if (!(value instanceof z.ZodRecord)) return [{ key, header: key }];
    const wanted = (asked.queryStringParameters?.[name] ?? '').split(',').filter((one) => one !== '');
    return wanted.map((header) => ({ key: `${key}.${header}`, header }));
  });

/** The items of a page; of anything else itself, as the only row. */
const rowsOf = (answer: unknown): z.output<typeof Page> => {
  const page = Page.safeParse(answer);
  return page.success ? page.data : { items: [z.record(z.string(), z.unknown()).parse(answer)], cursor: null };
};

/** RFC 8288: the same question with the cursor of the next page. */
const nextLink = ({ queryStringParameters }: Asked, cursor: string): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(queryStringParameters ?? {})) query.set(name, value ?? '');
  query.set('cursor', cursor);
  return `<?${query.toString()}>; rel="next"`;
};

/**
 * One page of a list as CSV (RFC 4180, or with semicolons); the pages put behind each other are the whole file, so only the
 * first has the header. Cells that a spreadsheet would run as a formula are defused.
 */
export const csvAnswer = (
  item: z.ZodObject,
  page: unknown,
  asked: Asked,
): { headers: Record<string, string>; body: string } => {
  const { items, cursor } = rowsOf(page);
  const isFirst = asked.queryStringParameters?.['cursor'] === undefined;
  const isWithComma = wantsDecimalComma(asked);
  return {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      ...(cursor !== null && { link: nextLink(asked, cursor) }),
    },
    body: stringify(items, {
      columns: columnsOf(item, asked),
      header: isFirst,
      delimiter: isWithComma ? ';' : ',',
      ...(isWithComma && { cast: { number: (value: number) => String(value).replace('.', ',') } }),
      escape_formulas: true,
      // Besides those with the delimiter of records: half of it would end a row, too.
      quoted_match: /[\r\n]/,
      record_delimiter: 'windows',
    }),
  };
};
