import type { Figures } from '../../domain/model/figures.ts';
import { failed, note, ok, type Line } from './line.ts';
import { figuresOf, type SimulatorRecipient } from './scenarios.ts';

const rows = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

/** Whether the published figures are those of a run in which everybody had the end that AWS documents. */
const judgeTile = (figures: Figures, recipients: readonly SimulatorRecipient[]): Line => {
  const wanted = figuresOf(recipients);
  const is = {
    toDeliver: figures.toDeliver,
    sent: figures.sent.count,
    delivered: figures.delivered.count,
    failed: figures.failed.count,
    complained: figures.complained.count,
  };
  if (rows(is) === rows(wanted)) return ok('figures', rows(is));
  return failed('figures', `${rows(is)}, in place of ${rows(wanted)}`, 'The lines of the recipients above say who.');
};

const judgeBooks = ({ books }: Figures): Line => {
  const { toDeliver, delivered, failed: lost, pending, unknown, stopped } = books;
  const says = `${toDeliver} = ${delivered} delivered + ${lost} failed + ${pending} pending + ${unknown} unknown + ${stopped} stopped`;
  if (!books.balanced)
    return failed('books', `${says}: off by ${books.difference}`, 'docs/runbook.md, "The books do not balance".');
  if (pending + unknown + stopped === 0) return ok('books', says);
  return failed('books', says, 'Events are still to come, or a call got no answer: GET /api/runs/RUN/messages.');
};

/** @param difference what "Compute stats" corrected, counter by counter */
export const judgeFigures = (
  figures: Figures,
  difference: Readonly<Record<string, number>>,
  recipients: readonly SimulatorRecipient[],
): Line[] => [
  judgeTile(figures, recipients),
  judgeBooks(figures),
  ...(Object.keys(difference).length === 0
    ? []
    : [
        note(
          'recount',
          `corrected ${Object.keys(difference).join(', ')}`,
          'docs/runbook.md, "The books do not balance".',
        ),
      ]),
];
