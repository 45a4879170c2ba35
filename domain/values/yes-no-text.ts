const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Small, in Unicode's composed form. Of the single letters only those that mean one thing in these languages. */
export const yesWords = words(
  '1 yes y true t on ja j wahr oui vrai si sí sì verdadero vero sim tak ano áno x ✓ ✔ ☑ ✅',
);
export const noWords = words(`0 no n false f off nein falsch nicht kein keine keiner non faux aucun falso
  nee não nie ne nej nei ✗ ✘ ☐ ❌`);

const yes = new Set(yesWords);
const no = new Set(noWords);

/** Yes or no in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Slovak, Swedish, Danish or Norwegian, 1 or 0, a tick. Undefined: neither. */
export const readYesNoText = (text: string): boolean | undefined => {
  const word = text.trim().normalize('NFC').toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
};
