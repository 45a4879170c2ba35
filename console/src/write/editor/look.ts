import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours are the console's own, so that they follow its light and dark; each has 4.5:1 on the page and on the line of the cursor. */
const highlight = HighlightStyle.define([
  { tag: tags.tagName, color: 'var(--brand)' },
  { tag: tags.attributeName, color: 'var(--scheduled)' },
  { tag: tags.attributeValue, color: 'var(--finished)' },
  { tag: tags.character, color: 'var(--sending)' },
  { tag: [tags.comment, tags.angleBracket], color: 'var(--ink-3)' },
  { tag: tags.invalid, textDecoration: 'underline wavy var(--ended)' },
]);

const theme = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    fontSize: '0.8125rem',
    minHeight: '20rem',
    maxHeight: '70vh',
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
  ':host([data-invalid]) &': { borderColor: 'var(--ended)', borderWidth: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto', minHeight: '20rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  // Chromium writes the colour of what was replaced on to the line (https://w3c.github.io/editing/docs/execCommand/#the-inserttext-command), as it was in that appearance.
  '.cm-line': { color: 'inherit !important' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--ink-3)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--sunken)' },
  '.cm-liquid, .cm-liquid span': { color: 'var(--paused)', fontWeight: '600' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', color: 'var(--ink)', border: '1px solid var(--line-strong)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--brand-soft)', color: 'var(--ink)' },
  '.cm-completionDetail': { color: 'var(--ink-2)', fontStyle: 'normal' },
  '.cm-diagnostic': { color: 'var(--ink)', borderLeftColor: 'var(--ended)' },
});

const code = new MatchDecorator({
  regexp: /\{\{.*?\}\}|\{%.*?%\}/g,
  decoration: Decoration.mark({ class: 'cm-liquid' }),
});

/** What Liquid reads, wherever in the markup it stands. */
const liquid = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = code.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = code.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

export const look: Extension = [theme, syntaxHighlighting(highlight), liquid];
