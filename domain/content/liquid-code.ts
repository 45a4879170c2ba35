/** Outputs and tags of Liquid that can be parsed: each that begins has an end. */
export const liquidCode = /\{\{.*?\}\}|\{%.*?%\}/gs;

/** The source with as many blanks in the place of each output and tag: what is found in it is no Liquid. */
export const blankedCode = (source: string): string =>
  source.replaceAll(liquidCode, ({ length }) => ' '.repeat(length));

/** Behind the start tag that begins at `at`. @param blanked by `blankedCode`, since a > within Liquid does not end a tag */
export const endOfTag = (blanked: string, at: number): number => {
  const end = blanked.indexOf('>', at);
  return end === -1 ? blanked.length : end + 1;
};
