/** For searching: without accents, and the same in capital and small letters (`Größe` as `GROSSE`). */
export const foldedText = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().toLowerCase();

/** Does a folded text have every word of this search, each anywhere? An empty search means all. */
export const hasWords = (search: string): ((folded: string) => boolean) => {
  const words = foldedText(search).split(/\s+/u).filter(Boolean);
  return (folded) => words.every((word) => folded.includes(word));
};
