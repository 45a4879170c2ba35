import { Parser } from 'htmlparser2';

/** Never shown by a mail program, wherever they are. */
const unseen = new Set(['title', 'style', 'script']);
/** These do not end a line of text; every other element does. */
const inline = new Set(['a', 'abbr', 'b', 'em', 'font', 'i', 'small', 'span', 'strong', 'sub', 'sup', 'u']);
/** Fillers by which senders keep the rest of a mail out of the inbox line. */
const fillers = /\u034F|[\u00AD\u200B\u200C\u2060\uFEFF]/g;

const tidy = (text: string): string => text.replaceAll(fillers, '').replaceAll(/\s+/g, ' ').trim();

/**
 * What an inbox shows beside the subject: the first text of the HTML. The manifest keeps no preheader of its own;
 * preparation put it first into the body, hidden from the page (domain/content/preheader.ts). Without one it is the
 * first line that the page has, as in an inbox. Empty for an HTML without text.
 */
export const readPreheader = (html: string): string => {
  let line = '';
  let isSaid = false;
  let done = false;
  let hidden = 0;
  const endLine = (): void => {
    done ||= isSaid;
  };
  const parser = new Parser({
    onopentagname: (name) => {
      if (unseen.has(name)) hidden += 1;
      if (!inline.has(name)) endLine();
    },
    ontext: (text) => {
      if (done || hidden > 0) return;
      line += text;
      isSaid ||= tidy(text) !== '';
    },
    onclosetag: (name) => {
      if (unseen.has(name)) hidden -= 1;
      if (!inline.has(name)) endLine();
    },
  });
  parser.end(html);
  return tidy(line);
};
