/** Those that every browser's TextDecoder knows, by its labels (https://encoding.spec.whatwg.org/#names-and-labels). */
const standard = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-15',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-13',
  'iso-8859-16',
  'macintosh',
  'x-mac-cyrillic',
  'koi8-r',
  'koi8-u',
  'ibm866',
] as const;

/** Of DOS, which is in no standard for the web: the signs of the bytes from 0x80 on. */
const dos = {
  cp850: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ].join(''),
  cp437: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ].join(''),
  cp852: [
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐',
    '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  ].join(''),
} as const;

type Dos = keyof typeof dos;

/** Of one byte a letter, as European programs write files; a tie between them goes to the earlier one. */
export const codePages = [...standard, 'cp850', 'cp852', 'cp437'] as const;
export type CodePage = (typeof codePages)[number];

const isDos = (encoding: string): encoding is Dos => encoding in dos;

export type Decoder = { decode: (bytes: Uint8Array, options?: { stream: boolean }) => string };

/** Text of bytes, piece by piece with `stream`. What is no letter of the encoding becomes U+FFFD. */
export const decoderOf = (encoding: string): Decoder => {
  if (!isDos(encoding)) return new TextDecoder(encoding);
  const signs = dos[encoding];
  const sign = (byte: number): string => (byte < 0x80 ? String.fromCodePoint(byte) : (signs[byte - 0x80] ?? ''));
  return { decode: (bytes) => Array.from(bytes, sign).join('') };
};
