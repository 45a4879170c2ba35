import { useLingui } from '@lingui/react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { DraftPreview } from '../../../domain/write/preview-routes.ts';
import { askingFor } from '../../../domain/model/snippet.ts';
import { TextField, type FormPart } from '../form/form-fields.tsx';
import { useFormat } from '../shell/format.ts';
import type { Known } from './editor/completions.ts';
import type { Editor, LineFault } from './editor/open-editor.ts';
import { PictureButton } from './pictures/picture-button.tsx';
import { pictureCode } from './pictures/picture-code.ts';
import { SnippetButton } from './snippets/snippet-button.tsx';

type Opener = typeof import('./editor/open-editor.ts').openEditor;

/** The editor is fetched when somebody writes; until it is there, and if it never comes, a field does. */
const useOpener = (): Opener | undefined => {
  const [opener, setOpener] = useState<{ open: Opener }>();
  useEffect(() => {
    let isShown = true;
    import('./editor/open-editor.ts').then(
      ({ openEditor }) => isShown && setOpener({ open: openEditor }),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, []);
  return opener?.open;
};

/** What the editor says itself, by its own English. */
const usePhrases = (): Record<string, string> => {
  const { _: t } = useLingui();
  return {
    Completions: t('write.editor.completions'),
    Diagnostics: t('write.editor.faults'),
    'No diagnostics': t('write.editor.noFaults'),
    close: t('write.editor.close'),
    'Control character': t('write.editor.controlCharacter'),
    'Selection deleted': t('write.editor.deleted'),
  };
};

type Props = FormPart & { preview: DraftPreview | undefined; label: string; hint: string };

const useKnown = ({ draft, preview }: Props): Known => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const people = preview?.people ?? 0;
  return {
    columns: preview?.columns ?? [],
    format: draft.format,
    lackedBy: ({ missing }) =>
      missing === 0 ? '' : t('write.editor.lackedBy', { n: number(missing), people: number(people) }),
  };
};

const faultOf = (line: number | undefined, message: string | null | undefined): LineFault | null =>
  line === undefined || !message ? null : { line, message };

/** The editor within its host: opened anew when it is called otherwise, with what is written by then. */
const useEditor = (props: Props & { open: Opener }, description: string) => {
  const { open, draft, onChange, preview, label } = props;
  const { source } = draft;
  const fault = preview?.problemAt?.part === 'source' ? preview : undefined;
  const [line, message] = [fault?.problemAt?.line, fault?.problem];
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  /** What it said last, and what the form has not shown it yet: older than what is written by then, none of it is put back. */
  const said = useRef<string[]>([]);
  const known = useKnown(props);
  const phrases = usePhrases();
  const readKnown = useEffectEvent(() => known);
  const hear = useEffectEvent((value: string) => {
    said.current.push(value);
    onChange({ source: value });
  });
  const openIn = useEffectEvent((at: HTMLElement, words: { label: string; description: string }) => {
    const given = { value: source, ...words, phrases };
    const opened = open(at, { ...given, known: () => readKnown(), onChange: (value) => hear(value) });
    opened.setFault(faultOf(line, message));
    return opened;
  });
  useEffect(() => {
    if (!host.current) return undefined;
    const opened = openIn(host.current, { label, description });
    editor.current = opened;
    return () => opened.close();
  }, [label, description]);
  useEffect(() => {
    const at = said.current.indexOf(source);
    said.current.splice(0, at === -1 ? said.current.length : at);
    if (at === -1) editor.current?.setValue(source);
  }, [source]);
  useEffect(() => {
    editor.current?.setFault(faultOf(line, message));
  }, [line, message]);
  return { host, insert: (code: string): void => editor.current?.insert(code) };
};

const CodeEditor = (props: Props & { open: Opener }): ReactNode => {
  const { wrong, label, hint, draft } = props;
  const { _: t } = useLingui();
  const { host, insert } = useEditor(props, `${hint} ${t('write.editor.keys')}`);
  const isWrong = wrong.includes('content.source');
  return (
    <div className="lab">
      <b aria-hidden="true">{label}</b>
      <div ref={host} className="editor" data-invalid={isWrong || undefined} />
      <div className="row">
        <PictureButton
          label={t('write.pictures.insert')}
          onChosen={(chosen) => insert(pictureCode(draft.format, chosen))}
        />
        <SnippetButton onChosen={(name) => insert(askingFor(name))} />
      </div>
      <span>{isWrong ? <b className="wrong">{t('prepare.wrong.content.source')}</b> : hint}</span>
    </div>
  );
};

/** The source of the mail: an editor for code, with what may stand in placeholders and the fault at its line. */
export const CodeField = (props: Props): ReactNode => {
  const open = useOpener();
  return open ? (
    <CodeEditor {...props} open={open} />
  ) : (
    <TextField {...props} of="source" field="content.source" rows={16} code />
  );
};
