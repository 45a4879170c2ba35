import { textAsHtml } from '../blocks/written.ts';
import type { Look } from '../templates/look.ts';
import { darkness } from './shades.ts';

/** As people mean them. */
export type SampleWords = Record<'title' | 'text' | 'link' | 'button', string>;

/** A short mail in a look, in light or in dark; colours and font are of lists, everything else is text. */
export const sampleMail = (look: Look, words: SampleWords, scheme: 'light' | 'dark'): string => {
  const { page, card, text, link } = scheme === 'light' ? look : { ...darkness, link: look.linkDark };
  const { logo, sender, imprint, primary, onPrimary, font } = look;
  const ground = `background: ${look.page}; padding: 12px`;
  const head = logo
    ? `<p style="${ground}"><img src="${logo.url}" alt="" style="max-width: 120px; max-height: 48px"></p>`
    : `<p><b style="color: ${link}">${sender}</b></p>`;
  return `<html><body style="margin: 0; padding: 12px; background: ${page}; color: ${text}; font: 16px/1.5 ${font}">
${head}
<div style="background: ${card}; padding: 12px">
<h2 style="margin: 0">${textAsHtml(words.title)}</h2>
<p>${textAsHtml(words.text)} <a style="color: ${link}; text-decoration: underline">${textAsHtml(words.link)}</a></p>
<p><b style="display: inline-block; padding: 12px 20px; border-radius: 6px; background: ${primary}; color: ${onPrimary}">${textAsHtml(words.button)}</b></p>
</div>
<p style="font-size: 13px">${[sender, ...imprint].join('<br>')}</p>
</body></html>`;
};
