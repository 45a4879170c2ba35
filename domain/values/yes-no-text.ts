const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Small, in Unicode's composed form. Of the single letters only those that mean one thing in these languages. */
export const yesWords = words(`1 yes y true t on ja j wahr oui vrai si sí sì verdadero vero sim tak ano áno
  igen igaz evet doğru kyllä kylla tosi da adevărat jah já jā taip x ✓ ✔ ☑ ✅
  да так ναι はい 是 예 네 نعم بله כן हाँ ใช่ კი այո`);
export const noWords = words(`0 no n false f off nein falsch nicht kein keine keiner non faux aucun falso
  nee não nie ne nej nei nem hamis hayır hayir yanlış ei epätosi nu fals nē ✗ ✘ ☐ ❌
  нет ні не όχι οχι いいえ 否 아니요 아니오 لا خیر לא नहीं ไม่ არა ոչ`);

const yes = new Set(yesWords);
const no = new Set(noWords);

/** Yes or no in the languages of these words, 1 or 0, a tick. Undefined: neither. */
export const readYesNoText = (text: string): boolean | undefined => {
  const word = text.trim().normalize('NFC').toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
};
