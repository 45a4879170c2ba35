import { Parser } from 'htmlparser2';

/** `at`: where its start tag begins; `from` and `to`: of the attribute, with its name and quotes. */
export type LinkAddress = { at: number; from: number; to: number; value: string };

const isLink = /^(?:a|area|v:.+)$/;
/** What Outlook for Windows reads as HTML. */
const conditional = /^\s*\[if\b[^\]]*\]>/i;

const addAddresses = (found: LinkAddress[], html: string, offset: number): void => {
  let [at, isWithinLink] = [0, false];
  const parser = new Parser({
    onopentagname: (name) => {
      [at, isWithinLink] = [parser.startIndex, isLink.test(name)];
    },
    onattribute: (name, value) => {
      if (name !== 'href' || !isWithinLink) return;
      found.push({ at: offset + at, from: offset + parser.startIndex, to: offset + parser.endIndex, value });
    },
    oncomment: (remark) => {
      const [begin] = conditional.exec(remark) ?? [];
      const within = parser.startIndex + '<!--'.length + (begin?.length ?? 0);
      if (begin !== undefined) addAddresses(found, remark.slice(begin.length), offset + within);
    },
  });
  parser.end(html);
};

/**
 * The addresses of all links of a mail in their order, wherever a program follows one: also on areas of an image map, and
 * in what Outlook reads only. Of a start tag with code that has several of them each is one.
 * @param html without code, or with what is no markup in its place
 */
export const linkAddresses = (html: string): LinkAddress[] => {
  const found: LinkAddress[] = [];
  addAddresses(found, html, 0);
  return found;
};
