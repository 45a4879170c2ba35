import { Extension, Mark, Node, type Extensions } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';

/** Addresses that are taken over from what is pasted; in a mail there are no relative ones. */
const pastedAddress = /^(https?:|mailto:|tel:|\{\{)/i;

/** Its address is no `href` here, so that nothing can be opened by mistake. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '', rendered: false }, written: { default: '', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'a[href], a[data-address]',
      getAttrs: (element) => {
        const href = element.getAttribute('data-address') ?? element.getAttribute('href') ?? '';
        return pastedAddress.test(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { 'data-address': String(mark.attrs['href']), title: String(mark.attrs['href']) }, 0],
});

/** Code of Liquid: it is kept as it is written, and goes as a whole. */
const Liquid = Node.create({
  name: 'liquid',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ code: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'span[data-liquid]', getAttrs: (element) => ({ code: element.textContent }) }],
  renderHTML: ({ node }) => ['span', { 'data-liquid': '' }, String(node.attrs['code'])],
  renderText: ({ node }) => String(node.attrs['code']),
});

const kept = { default: '', rendered: false } as const;

/** What a mail says beyond how it looks here: attributes as they are written, and which of two tags it takes. */
const Written = Extension.create({
  name: 'written',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'bold', 'italic'],
      attributes: { written: kept },
    },
    { types: ['paragraph', 'bold', 'italic'], attributes: { tag: kept } },
  ],
});

/** All of a text from its first letter to its last, so that what is typed over a heading is one. */
const SelectText = Extension.create({
  name: 'selectText',
  priority: 1000,
  addKeyboardShortcuts: () => ({
    'Mod-a': ({ editor }) => {
      const { doc } = editor.state;
      return editor.commands.setTextSelection({ from: Selection.atStart(doc).from, to: Selection.atEnd(doc).to });
    },
  }),
});

/** What a text may consist of; `richTextOf` reads nothing else. */
export const richExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  Link,
  Liquid,
  Written,
  SelectText,
];
