import { snippet, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { messageLinks } from '../../../../domain/content/message-links.ts';
import type { Column } from '../../../../domain/write/columns.ts';

/** What the completions are made of: it changes while somebody writes. */
export type Known = {
  columns: readonly Column[];
  format: 'mjml' | 'html';
  /** How many lack it, in the reader's language; empty: nobody does. */
  lackedBy: (column: Column) => string;
};

/** Placeholders that everybody has. */
const system: readonly Column[] = [
  ...messageLinks.map((name) => ({ name, missing: 0 })),
  { name: 'email', missing: 0 },
];

/** With `${}` where somebody writes on. */
const link = '<a href="${}">${}</a>';
const elements: Record<Known['format'], Record<string, string>> = {
  mjml: {
    'mj-section': '<mj-section>\n\t<mj-column>\n\t\t${}\n\t</mj-column>\n</mj-section>',
    'mj-column': '<mj-column>\n\t${}\n</mj-column>',
    'mj-text': '<mj-text>${}</mj-text>',
    'mj-button': '<mj-button href="${}">${}</mj-button>',
    'mj-image': '<mj-image src="${}" alt="${}" />',
    'mj-divider': '<mj-divider />',
    'mj-spacer': '<mj-spacer height="${24px}" />',
    'mj-raw': '<mj-raw>${}</mj-raw>',
    'mj-table': '<mj-table>\n\t<tr><td>${}</td></tr>\n</mj-table>',
    'mj-wrapper': '<mj-wrapper>\n\t${}\n</mj-wrapper>',
    'mj-group': '<mj-group>\n\t${}\n</mj-group>',
    'mj-hero': '<mj-hero>\n\t${}\n</mj-hero>',
    'mj-social': '<mj-social>\n\t${}\n</mj-social>',
    'mj-attributes': '<mj-attributes>\n\t${}\n</mj-attributes>',
    'mj-style': '<mj-style>${}</mj-style>',
    p: '<p>${}</p>',
    a: link,
  },
  html: {
    p: '<p>${}</p>',
    a: link,
    h1: '<h1>${}</h1>',
    h2: '<h2>${}</h2>',
    img: '<img src="${}" alt="${}" />',
    br: '<br />',
    ul: '<ul>\n\t<li>${}</li>\n</ul>',
    li: '<li>${}</li>',
    table: '<table role="presentation">\n\t<tr><td>${}</td></tr>\n</table>',
    tr: '<tr><td>${}</td></tr>',
    td: '<td>${}</td>',
    div: '<div>${}</div>',
    strong: '<strong>${}</strong>',
    style: '<style>${}</style>',
  },
};

/** The < before the name is part of what is put in. */
const elementOptions = (format: Known['format']): Completion[] =>
  Object.entries(elements[format]).map(([label, template]) => ({
    label,
    type: 'type',
    apply: (view, completion, from, to) => snippet(template)(view, completion, from - 1, to),
  }));

/** Code that is begun before the name: an output from its braces, a tag from anywhere in it. */
const output = /\{\{-?\s*$/;
const tag = /\{%[^%}]*$/;

const placeholders = (known: Known, [before, behind]: readonly [string, string]): Completion[] =>
  [...system, ...known.columns].map((column) => ({
    label: column.name,
    type: 'variable',
    detail: known.lackedBy(column),
    apply: before + column.name + behind,
  }));

/** Placeholders in code of Liquid, which is ended where it has no end, and elements behind <. */
export const completionsFor =
  (known: () => Known) =>
  (context: CompletionContext): CompletionResult | null => {
    const { from } = context.matchBefore(/[\w-]*$/) ?? { from: context.pos };
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, from - line.from);
    const validFor = /^[\w-]*$/;
    if (output.test(before)) {
      const isEnded = /^\s*(-?\}\}|\|)/.test(line.text.slice(context.pos - line.from));
      const around = [before.endsWith(' ') ? '' : ' ', isEnded ? '' : ' }}'] as const;
      return { from, options: placeholders(known(), around), validFor };
    }
    if (tag.test(before)) return { from, options: placeholders(known(), ['', '']), validFor };
    return before.endsWith('<') ? { from, options: elementOptions(known().format), validFor } : null;
  };
