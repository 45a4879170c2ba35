import type { ImportedRow } from '../../domain/model/profile-import.ts';

export const LIST = 'bench';

const words = (text: string): string[] => text.split(' ');
/** The frequent ones first; everybody else's is made of these and an ending. */
const firstNames = words(
  'Maria Peter Michael Thomas Andreas Wolfgang Claudia Susanne Martin Christian Sabine Stefan Ursula Klaus Anna Jürgen Monika Petra Markus Birgit Andrea Gabriele Daniel Frank Helga Karin Brigitte Hans Manfred Renate Ralf Elisabeth Heike Uwe Julia Matthias Bernd Alexander Katharina Dieter Sandra Jan Barbara Jörg Ingrid Tobias Günter Werner Nicole Stefanie Silke Christa Lena Philipp Marion Anke Florian Olaf Felix Ömer Yasemin Zoë Quentin Viktor Erika Tim',
);
const begins = words(
  'Müll Schmid Schneid Fisch Web Mey Wagn Beck Schulz Hoff Schäf Koch Bau Richt Klein Wolf Schröd Neum Schwarz Zimm Brau Krüg Hart Lang Wern Schmitt Krau Mei Lehm Köhl Herrm Köni Walt Peter Kais Fuchs Gün Schol Ott Weiß Jung Hahn Vog Fried Kell Berg Winkl Roth Ziegl Kuhn Pohl Engel Horn Busch Sauer Arnold Pfeif Nagel Tietz Ebert Dietr Ulrich Ivan Yılm Quast Aydin Olbr Lüdensch',
);
const ends = words('er mann e ner bauer ert ig ler berger hofer eck stein ing lich ow ski meier nitz rich ke');

/** The first one has six of a hundred people, the last one of them one. */
const firstName = (number: number): string => {
  const share = ((number * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
  return firstNames[Math.floor(firstNames.length * share ** 1.5)] ?? '';
};

const lastName = (number: number): string => {
  const begin = begins[(number * 7919) % begins.length] ?? '';
  return `${begin}${ends[Math.floor(number / 13) % ends.length] ?? ''}`;
};

/** As long as one that follows from an address. */
export const idAt = (number: number | string): string => `p${String(number).padStart(21, '0')}`;

/** Of somebody in a file as shops export them: 180 bytes, the id as it follows from an address. */
export const personAt = (number: number): Pick<ImportedRow, 'id' | 'address' | 'attributes'> => ({
  id: idAt(number),
  address: `reader${number}@mail${number % 50}.example`,
  attributes: {
    first_name: firstName(number),
    // One of a million is called so.
    last_name: number === 654_321 ? 'Mahlzahn' : lastName(number),
    city: 'Köln',
    company: 'ACME, Inc.',
    customer_no: `K-${number}`,
    note: 'likes, commas',
  },
});

export const rowAt = (number: number): ImportedRow => ({ line: number + 2, ...personAt(number), optedOut: false });
