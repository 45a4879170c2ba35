import { Parser } from 'htmlparser2';

/**
 * The same HTML without what its links tell SES, `ses:tags` and `ses:no-track`, as SES sends it. Everything else stays to
 * the letter.
 */
export const withoutSesMarks = (html: string): string => {
  const kept: string[] = [];
  let done = 0;
  const parser = new Parser({
    onattribute: (name) => {
      if (!name.startsWith('ses:')) return;
      // The space before it goes too.
      kept.push(html.slice(done, parser.startIndex - 1));
      done = parser.endIndex;
    },
  });
  parser.end(html);
  return [...kept, html.slice(done)].join('');
};
