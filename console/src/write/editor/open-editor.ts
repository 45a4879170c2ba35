import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { completionsFor, type Known } from './completions.ts';
import { look } from './look.ts';
import { markup } from './markup.ts';

export type Asked = {
  value: string;
  label: string;
  /** Read after the label. */
  description: string;
  /** What the editor says itself, in the reader's language. */
  phrases: Record<string, string>;
  known: () => Known;
  onChange: (value: string) => void;
};

/** A line is counted from 1. */
export type LineFault = { line: number; message: string };

export type Editor = {
  /** Puts something else in its place, which can be undone; what it says already stays. */
  setValue: (value: string) => void;
  setFault: (fault: LineFault | null) => void;
  /** In place of what is selected, with the cursor behind it. */
  insert: (code: string) => void;
  close: () => void;
};

/** Where a source has nothing but these, it keeps them. */
const CRLF = '\r\n';
const hasOnly = (value: string): boolean => value.includes(CRLF) && !/(^|[^\r])\n/.test(value);

const described = ({ label, phrases }: Asked): Extension => [
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-describedby': 'description',
    spellcheck: 'false',
    tabindex: '0',
  }),
  EditorState.phrases.of(phrases),
];

const extensions = (asked: Asked): Extension => [
  ...(hasOnly(asked.value) ? [EditorState.lineSeparator.of(CRLF)] : []),
  lineNumbers(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  indentOnInput(),
  bracketMatching(),
  EditorView.lineWrapping,
  markup,
  look,
  lintGutter(),
  autocompletion({ override: [completionsFor(asked.known)], icons: false }),
  // Tab is not among them: it leaves the editor.
  keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
  described(asked),
  EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged) asked.onChange(state.sliceDoc());
  }),
];

/**
 * An editor for code within a host. It lies in a shadow root, where its styles are sheets that scripts construct: the
 * policy of the console forbids style elements (CSP Level 3, style-src).
 */
export const openEditor = (host: HTMLElement, asked: Asked): Editor => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const description = document.createElement('p');
  description.id = 'description';
  description.hidden = true;
  description.textContent = asked.description;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: asked.value, extensions: extensions(asked) }),
  });
  root.append(description);
  return {
    setValue: (value) => {
      const { state } = view;
      const isSame = state.sliceDoc() === value || state.toText(value).eq(state.doc);
      if (!isSame) view.dispatch({ changes: { from: 0, to: state.doc.length, insert: state.toText(value) } });
    },
    setFault: (fault) => {
      const { doc } = view.state;
      const line = fault && doc.line(Math.min(fault.line, doc.lines));
      const found =
        line && fault ? [{ from: line.from, to: line.to, severity: 'error' as const, message: fault.message }] : [];
      view.dispatch(setDiagnostics(view.state, found));
    },
    insert: (code) => {
      view.dispatch(view.state.replaceSelection(code));
      view.focus();
    },
    close: () => {
      view.destroy();
      description.remove();
    },
  };
};
