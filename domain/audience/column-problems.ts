import { Problem } from '../http/problem.ts';
import type { SeenColumn } from '../http/problem-cause.ts';
import { MAX_COLUMNS } from './import-limits.ts';

/** Text of a file as a refusal may show it: never an address, never a novel. */
export const shown = (text: string): string => (text.includes('@') || text.length > 40 ? '…' : text);

const described = ({ column, seen }: SeenColumn): string =>
  `${column || '–'} (${seen.map(({ word, count }) => `${count} × "${word}"`).join(', ')})`;

export const unclearColumns = (columns: SeenColumn[]): Problem =>
  new Problem(
    'invalid-input',
    `Who opted out or is in quarantine cannot be read with certainty: ${columns.map(described).join('; ')}.`,
    'Nothing was imported. Say by mapping what the column means, or name it opted_out or quarantined and write yes or no into it, or take it out. If it says nothing of who may be written to, name it in the query: asAttribute=COLUMN.',
    { cause: 'optOutUnclear', columns: columns.map(({ column, seen }) => ({ column, seen })) },
  );

export const noAddresses = (header: readonly string[]): Problem =>
  new Problem(
    'invalid-input',
    `No column holds mail addresses. Columns: ${header.slice(0, 20).map(shown).join(', ')}.`,
    'Name the column of the addresses email in the first line of the file, or say by mapping which it is, and send it again.',
    { cause: 'noAddressColumn' },
  );

export const tooManyColumns = (width: number): Problem =>
  new Problem(
    'too-large',
    `The file has ${width} columns; at most ${MAX_COLUMNS} fit.`,
    'Take out columns that no mail needs, and send it again; nothing of it was imported.',
    { cause: 'tooManyColumns', width, maxWidth: MAX_COLUMNS },
  );

export const colliding = (names: string[]): Problem =>
  new Problem(
    'invalid-input',
    `Several columns become the same: ${names.join(', ')}.`,
    'Give each its own name in the first line of the file, or say by mapping what each is, or that it is ignored; nothing was imported.',
    { cause: 'columnsCollide', names },
  );
