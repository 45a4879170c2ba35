/** In the place of what differs from person to person. */
export const ANYTHING = '\u0003';

/** So many blank lines after each other, and nobody looks for what comes behind them. */
const MOST_BLANK = 50;

const isEndless = (before: string): boolean => {
  let blank = 0;
  for (const line of before.split('\n')) {
    blank = line.trim() === '' ? blank + 1 : 0;
    if (blank > MOST_BLANK) return true;
  }
  return false;
};

/** What is quoted is somebody else's (RFC 3676, section 4.5). */
const isQuoted = (before: string): boolean => /^[^\S\n]*>/.test(before.slice(before.lastIndexOf('\n') + 1));

/** Whether it is part of another address, or makes one together with what is around it. */
const isWithinAnother = (before: string, behind: string): boolean =>
  /[\w/?&=%]$/.test(before) || /^[\w/&=%~]/.test(behind);

/** Is there a link to this address in the text where somebody who reads it finds it? */
export const findsLink = (text: string, address: string): boolean => {
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + address.length)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + address.length)];
    if (isEndless(before)) return false;
    if (!isQuoted(before) && !isWithinAnother(before.slice(-1), behind.slice(0, 1))) return true;
  }
  return false;
};
