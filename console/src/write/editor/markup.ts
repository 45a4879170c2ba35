import { foldNodeProp, indentNodeProp, LRLanguage } from '@codemirror/language';
import { parser } from '@lezer/html';

/** MJML and HTML, without the languages of styles and scripts, which are most of what others bring for it. */
export const markup = LRLanguage.define({
  name: 'markup',
  parser: parser.configure({
    dialect: 'selfClosing',
    props: [
      indentNodeProp.add({
        Element: (context) => {
          const isClosing = /^\s*<\//.test(context.textAfter);
          return context.lineIndent(context.node.from) + (isClosing ? 0 : context.unit);
        },
      }),
      foldNodeProp.add({
        Element: ({ firstChild, lastChild }) =>
          firstChild && lastChild?.name === 'CloseTag' ? { from: firstChild.to, to: lastChild.from } : null,
      }),
    ],
  }),
  languageData: { commentTokens: { block: { open: '<!--', close: '-->' } }, indentOnInput: /^\s*<\/[\w-]+\W$/ },
});
