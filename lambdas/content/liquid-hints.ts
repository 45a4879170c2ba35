/** How what somebody wrote is written in Liquid; the first that fits. */
const hints: readonly (readonly [written: RegExp, hint: string])[] = [
  [
    /&(?:gt|lt|amp|quot|nbsp|#\d+|#x[\da-f]+);/i,
    'an editor wrote references of HTML into it: write > < & " themselves',
  ],
  [/<\/?[a-z]+[\s>]/i, 'there are tags of HTML in it: put them around it'],
  [/[“”„‟‘’‚«»]/, `write straight quotes, " or '`],
  [/^\{\{\{|^\{\{[#/^>!&]/, 'this is code of Handlebars or Mustache: write {{ name }} and {% if name %} … {% endif %}'],
  [/^\{\{.*(?:\|\||\?)/, 'write {{ name | default: "friend" }}'],
  [/^\{\{.*[\w"'\])]\s*[+*/]\s*[\w"'(]/, 'calculate with filters, such as {{ points | plus: 1 }}'],
  [/^\{%-?\s*(?:else\s*if|elif)\b/, 'write elsif'],
  [/^\{%-?\s*set\b/, 'write assign'],
  [/^\{%-?\s*[A-Z]+\b/, 'tags have small letters'],
  [/^\{%.*(?:&&|\|\|)/, 'write and, or'],
  [
    /^\{%-?\s*(?:if|unless|elsif)\b.*(?:[^=!<>]=[^=]|===|=[<>])/,
    'write == to compare, >= for at least, <= for at most',
  ],
  [/^\{%-?\s*(?:if|unless|elsif)\b.*\(/, 'conditions have no brackets: write one within the other'],
];

/** The output or tag within which this place of a template is. */
const codeAt = (source: string, at: number): string => {
  let from = Math.max(source.lastIndexOf('{{', at + 1), source.lastIndexOf('{%', at + 1), 0);
  while (source[from - 1] === '{') from -= 1;
  const [code = ''] = /^.[^<\n]*?(?:[}%]\}|$)|^[^]{0,500}?[}%]\}/m.exec(source.slice(from, from + 500)) ?? [];
  return code;
};

/** What to write instead of the code that Liquid complains of; undefined: nobody knows. */
export const hintFor = (source: string, at: number): string | undefined => {
  const code = codeAt(source, at);
  return hints.find(([written]) => written.test(code))?.[1];
};
