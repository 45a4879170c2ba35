import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Only what this dashboard shows; fields that it does not know are left alone (docs/kpi-table.md). */
const Rate = z.object({ count: z.int(), of: z.int(), percent: z.number().nullable() });
const Item = z.object({
  figures: z.object({
    state: z.string(),
    asOf: z.string(),
    targeted: z.int(),
    toDeliver: z.int(),
    sent: Rate,
    delivered: Rate,
    failed: Rate,
    opened: Rate,
    openedByHuman: Rate,
    openedByMachine: Rate,
    openedByUnknown: Rate,
    clicked: Rate,
    clickedByHuman: Rate,
    clickedByMachine: Rate,
    clickedByUnknown: Rate,
    books: z.object({ balanced: z.boolean(), difference: z.int() }),
  }),
});
type Figures = z.infer<typeof Item>['figures'];

const number = new Intl.NumberFormat('en');
const row = (label: string, { count, of, percent }: z.infer<typeof Rate>): string =>
  `${label.padEnd(22)} ${(percent === null ? '–' : `${percent.toFixed(1)} %`).padStart(8)}   ${number.format(count)} of ${number.format(of)}`;

const tile = (figures: Figures): string =>
  [
    `${figures.state}, as of ${figures.asOf}`,
    `${'To deliver'.padEnd(22)} ${number.format(figures.toDeliver).padStart(8)}   of ${number.format(figures.targeted)} targeted`,
    row('Sent', figures.sent),
    row('Delivered', figures.delivered),
    row('Bounces + errors', figures.failed),
    row('Opened', figures.opened),
    row('  by people', figures.openedByHuman),
    row('  by machines', figures.openedByMachine),
    row('  unknown', figures.openedByUnknown),
    row('Clicked', figures.clicked),
    row('  by people', figures.clickedByHuman),
    row('  by machines', figures.clickedByMachine),
    row('  unknown', figures.clickedByUnknown),
    figures.books.balanced ? 'The books balance.' : `The books differ by ${number.format(figures.books.difference)}.`,
  ].join('\n');

const read = async (table: string, runId: string): Promise<Figures | undefined> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const { Item: item } = await client.send(
    new GetCommand({ TableName: table, Key: { pk: `RUN#${runId}`, sk: 'KPI#LATEST' } }),
  );
  return item && Item.parse(item).figures;
};

const say = (problem: string): void => {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
};

const [table, runId] = process.argv.slice(2);
if (table === undefined || runId === undefined) say('Say which: npx tsx examples/dashboard/tile.ts TABLE RUN');
else {
  try {
    const figures = await read(table, runId);
    if (figures) process.stdout.write(`${tile(figures)}\n`);
    else say(`Nothing was published for run ${runId} yet: the figures come every hour.`);
  } catch (error) {
    say(`The table "${table}" could not be read: ${error instanceof Error ? error.name : 'unknown cause'}.`);
  }
}
