import { columnName } from './column-name.ts';

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Of people who are neither here nor gone: what tables of customers and members say of them. */
const ordinary = new Set(
  words(`new existing open closed won lost paid unpaid shipped delivered returned customer customers client clients prospect
  prospects lead leads member members guest guests qualified unqualified contacted working nurturing converted gold silver
  bronze platinum basic free pro premium plus standard single married divorced widowed employed unemployed retired student
  students teacher staff volunteer donor alumni partner partners supplier vendor friend friends vip trial attended attending
  draft done planned processing completed in_progress regular junior senior full_time part_time public private yes_and_no
  kunde kunden kundin neukunde stammkunde bestandskunde interessent interessentin mitglied mitglieder partnerin lieferant
  offen bezahlt versendet geliefert neu alt ledig verheiratet geschieden verwitwet rentner studentin schueler gast
  ehrenamt ehrenmitglied fordermitglied angestellt selbststandig erledigt bearbeitet
  cliente clientes prospecto nuevo abierto cerrado pagado soltero soltera casado casada miembro socio socia
  prospecte nouveau ouvert ferme paye celibataire marie mariee adherent adherente membre membres
  nuovo aperto chiuso pagato celibe nubile sposato sposata novo aberto fechado pago solteiro casado
  klant nieuw betaald lid klient nowy otwarty zamkniety oplacony czlonek zakaznik novy clen kund ny medlem`),
);

/** Codes of two letters are those of places and languages. */
const isCode = (cell: string): boolean => /^[A-Z]{2}$/.test(cell);

/** A state, or several, of which one at least is known to say nothing of mails. */
export const isOrdinaryState = (cell: string): boolean =>
  isCode(cell) || cell.split(/[,;|/]/).some((part) => ordinary.has(columnName(part)));

/** Yes and no in languages of which no other word is known here, as `columnName` makes them. */
const pairs: [yes: string, no: string][] = [
  ['bai', 'ez'],
  ['ie', 'na'],
  ['ie', 'nage'],
  ['ydw', 'nac_ydw'],
  ['ta', 'nil'],
  ['po', 'jo'],
  ['ya', 'tidak'],
  ['ya', 'bukan'],
  ['co', 'khong'],
  ['ndiyo', 'hapana'],
  ['oo', 'hindi'],
  ['beli', 'xeyr'],
  ['ha', 'yo_q'],
  ['ha', 'yoq'],
  ['jes', 'ne'],
  ['wi', 'non'],
  ['iva', 'le'],
  ['yebo', 'cha'],
  ['ewe', 'hayi'],
  ['eya', 'hapana'],
  ['jo', 'nee'],
];

/** Whether a column says yes and no in such a language: what its header says is not known then. */
export const saysYesAndNoOtherwise = (cells: readonly string[]): boolean => {
  if (cells.length > 4) return false;
  const said = new Set(cells.map(columnName));
  return pairs.some(([yes, no]) => said.has(yes) && said.has(no));
};
