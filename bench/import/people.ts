import type { ImportedRow } from '../../domain/model/profile-import.ts';

export const LIST = 'bench';

/** Of somebody in a file as shops export them: 180 bytes. */
export const personAt = (number: number): Pick<ImportedRow, 'id' | 'address' | 'attributes'> => ({
  id: `p${number}`,
  address: `reader${number}@mail${number % 50}.example`,
  attributes: {
    first_name: 'Jürgen',
    last_name: 'Müller',
    city: 'Köln',
    company: 'ACME, Inc.',
    customer_no: `K-${number}`,
    note: 'likes, commas',
  },
});

export const rowAt = (number: number): ImportedRow => ({ line: number + 2, ...personAt(number), optedOut: false });
