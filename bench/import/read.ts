import { columnsOf, optionsOf } from '../../domain/audience/import-columns.ts';
import { RowReader } from '../../domain/audience/import-rows.ts';
import { shortHash } from '../../lambdas/adapters/dynamodb/profile-item.ts';
import { readCsv } from '../../lambdas/audience/read-csv.ts';
import { personAt } from './people.ts';

/** A process of its own: reads and judges a file as large as one request may bring. One line of JSON. `node bench/import/read.ts ROWS` */
const rows = Number(process.argv[2]);
const names = Object.keys(personAt(0).attributes);
const quoted = (text: string): string => (/[",]/.test(text) ? `"${text}"` : text);
const lineOf = (number: number): string => {
  const { address, attributes } = personAt(number);
  return [address, ...Object.values(attributes).map(quoted)].join(',');
};
const file = Buffer.from(
  [['email', ...names].join(','), ...Array.from({ length: rows }, (_, row) => lineOf(row))].join('\n'),
);

const before = process.cpuUsage();
const { header, lines } = readCsv(file, {});
const columns = columnsOf(
  header,
  lines.map(({ record }) => record),
  optionsOf(header, undefined, undefined),
);
const reader = new RowReader(columns, header.length, shortHash);
const accepted = lines.filter(({ record, info }) => !('cause' in reader.read(record, info.lines))).length;
const { user, system } = process.cpuUsage(before);
if (accepted !== rows) throw new Error(`${accepted} of ${rows} rows were accepted`);
process.stdout.write(
  JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
);
