import { Parser } from 'htmlparser2';

/**
 * The same HTML without what its links tell SES, `ses:tags` and `ses:no-track`, as SES sends it. Everything else stays to
 * the letter.
 */
export const withoutSesMarks = (html: string): string => {
  const kept: string[] = [];
  let done = 0;
  let tag = '';
  const parser = new Parser({
    onopentagname: (name) => {
      tag = name;
    },
    onattribute: (name) => {
      if (tag !== 'a' || !name.startsWith('ses:')) return;
      // The space before it goes too.
      kept.push(html.slice(done, parser.startIndex - 1));
      done = parser.endIndex;
    },
  });
  parser.end(html);
  return [...kept, html.slice(done)].join('');
};
