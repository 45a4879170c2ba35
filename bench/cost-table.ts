/** Something that is paid for: how much of it one message takes, and what one costs in US dollars. */
export type Line = { part: string; what: string; perMessage: number; price: number };

const MILLION = 1_000_000;
/** What Freigabe may cost above SES, US dollars a million messages. */
const GOAL = 3.5;

const dollarsOf = ({ perMessage, price }: Line): number => perMessage * price * MILLION;

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + dollarsOf(line), 0);

const row = (...cells: string[]): void => {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
};

/** The table of docs/costs.md: per million messages, part by part. */
export const printCosts = (lines: readonly Line[], sesMessage: number): void => {
  row('Part', 'What', 'How much', 'US$ per million', 'US$');
  row('---', '---', '---:', '---:', '---:');
  for (const line of lines.filter((one) => dollarsOf(one) >= 0.0005)) {
    const amount = Math.round(line.perMessage * MILLION).toLocaleString('en-US');
    row(line.part, line.what, amount, String(Number((line.price * MILLION).toFixed(4))), dollarsOf(line).toFixed(3));
  }
  for (const part of new Set(lines.map((line) => line.part)))
    row(`**${part}**`, '', '', '', sumOf(lines.filter((line) => line.part === part)).toFixed(2));
  row('**Above SES**', `goal: ${GOAL.toFixed(2)}`, '', '', `**${sumOf(lines).toFixed(2)}**`);
  row('SES', '', '1,000,000', String(sesMessage * MILLION), (sesMessage * MILLION).toFixed(2));
};
