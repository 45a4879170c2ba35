/** In the place of what differs from person to person. */
export const ANYTHING = '\u0003';

/** So many blank lines after each other, and nobody looks for what comes behind them. */
const MOST_BLANK = 50;

/** What is quoted is somebody else's (RFC 3676, section 4.5). */
const isQuoted = (line: string): boolean => line.trimStart().startsWith('>');

/** Neither a part of another address, nor one that makes another with what is around it. */
const standsAlone = (line: string, address: string): boolean => {
  for (let at = line.indexOf(address); at >= 0; at = line.indexOf(address, at + address.length)) {
    const [before, behind] = [line.slice(Math.max(at - 1, 0), at), line.charAt(at + address.length)];
    if (!/[\w/?&=%]/.test(before) && !/[\w/&=%~]/.test(behind)) return true;
  }
  return false;
};

/** Is there a link to this address in the text where somebody who reads it finds it? */
export const findsLink = (text: string, address: string): boolean => {
  let blank = 0;
  for (const line of text.split('\n')) {
    blank = line.trim() === '' ? blank + 1 : 0;
    if (blank > MOST_BLANK) return false;
    if (!isQuoted(line) && standsAlone(line, address)) return true;
  }
  return false;
};

/**
 * Tells of what is put between these texts, in which the address does not occur, whether somebody finds a link in it. Only
 * the lines around it matter, so that the texts are not searched for each value.
 */
export const linkFinderBetween = (before: string, after: string, address: string): ((value: string) => boolean) => {
  const lines = before.split('\n');
  const whole = lines.slice(0, -1);
  if (!findsLink([...whole, address].join('\n'), address)) return () => false;
  // Blank lines right before it are counted on.
  const from = whole.findLastIndex((line) => line.trim() !== '') + 1;
  const start = lines.slice(from).join('\n');
  const [end = ''] = after.split('\n', 1);
  return (value) => value.includes(address) && findsLink(start + value + end, address);
};
