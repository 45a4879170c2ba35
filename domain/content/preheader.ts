import { enclosedIn } from '../values/enclosed.ts';

/** Hidden from the page, shown by inboxes beside the subject. */
const hidden = 'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden';

/** It is text: nothing that is typed here becomes markup. Liquid's own signs stay. */
const asText = (preheader: string): string => preheader.replaceAll(/&(?!\w+;)/g, '&amp;').replaceAll('<', '&lt;');

/** Puts the preheader first into the body. An HTML that has no body gets it in front. */
export const withPreheader = (html: string, preheader: string): string => {
  if (preheader === '') return html;
  const block = `<div style="${hidden}">${asText(preheader)}</div>`;
  const [body] = enclosedIn(html, /<body/i, />/);
  if (!body) return block + html;
  return html.slice(0, body.to) + block + html.slice(body.to);
};
