const currency = String.raw`(?:[€$£]|EUR|USD|GBP|CHF)`;
const amount = new RegExp(String.raw`^${currency}?\s*([+-]?\s*[\d.,'’\s]*\d)\s*${currency}?$`, 'i');

/** Groups of three, all apart by the same sign: `1.234.567`, `1 234`, `1'234`. */
const grouped = /^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/;
/** What can mean a thousand or one: a comma before three digits. A point there is a decimal point, as programs write it. */
const ambiguous = /^[1-9]\d{0,2},\d{3}$/;

const whole = (text: string): string | undefined => {
  if (/^\d+$/.test(text)) return text;
  return grouped.test(text) ? text.replaceAll(/\D/g, '') : undefined;
};

/** @param text digits with their signs, without the one before them */
const plain = (text: string): string | undefined => {
  if (ambiguous.test(text)) return undefined;
  const [, before = '', mark = '', after = ''] = /^(.*?)([.,])(\d+)$/.exec(text) ?? [];
  if (mark === '' || (before.includes(mark) && grouped.test(text))) return whole(text);
  const integer = before.includes(mark) ? undefined : before === '' ? '0' : whole(before);
  return integer === undefined ? undefined : `${integer}.${after}`;
};

/**
 * The number that a text means, where it can mean one only: with a decimal point or comma, thousands apart by points,
 * commas, blanks or apostrophes, a currency before or behind it. Undefined for every other text, `1,234` among them: it
 * is more than a thousand in one country and more than one in the next.
 */
export const readNumberText = (text: string): number | undefined => {
  const trimmed = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  // The longest number of which a text could be the writing; what is longer is not looked at closely.
  const found = trimmed.length > 40 ? undefined : amount.exec(trimmed)?.[1]?.replaceAll(/^([+-])\s*/g, '$1');
  if (found === undefined) return undefined;
  const sign = found.startsWith('-') ? -1 : 1;
  const digits = plain(found.replace(/^[+-]/, ''));
  return digits === undefined ? undefined : sign * Number(digits);
};
