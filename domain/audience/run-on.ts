/**
 * A cell that begins a new row within it: a quotation mark before it was not closed, and took in what follows. Each part
 * ends at a sign that it cannot hold, so that a long cell is read once.
 */
const rowWithin = /\n"?(?:[^\n]*[,;\t|^~]"?)?[^\s@,;|^~"]+@[^\s@,;|^~".]+\.[^\s@,;|^~"]+(?:"?[,;\t|^~]|\n|$)/;

export const isRunOn = (cell: string): boolean =>
  cell.includes('\n') && (cell.startsWith('"') || (/[,;\t|^~]/.test(cell) && rowWithin.test(cell)));
