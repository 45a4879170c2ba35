import { useLingui } from '@lingui/react';
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import { messageLinks } from '../../../../domain/content/message-links.ts';
import type { Column } from '../../../../domain/write/columns.ts';
import { BlockMenu } from './block-menu.tsx';
import { LineField } from './fields.tsx';
import { richHtmlOf } from './rich-html.ts';
import { richExtensions } from './rich-schema.ts';
import { richTextOf } from './rich-text.ts';

const levels = [1, 2, 3] as const;

const useActive = (editor: Editor) =>
  useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      link: now.isActive('link'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      level: levels.find((level) => now.isActive('heading', { level })) ?? 0,
      href: String(now.getAttributes('link')['href'] ?? ''),
    }),
  });

type Pressed = { label: string; isOn: boolean; onPress: () => void };

const Press = ({ label, isOn, onPress }: Pressed): ReactNode => (
  <button className="btn slim" type="button" aria-pressed={isOn} onClick={onPress}>
    {label}
  </button>
);

const LinkForm = ({ editor, href, onDone }: { editor: Editor; href: string; onDone: () => void }): ReactNode => {
  const { _: t } = useLingui();
  const [address, setAddress] = useState(href === '' ? 'https://' : href);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector('input')?.select(), []);
  const set = (): void => {
    const to = address.trim();
    const chain = editor.chain().focus().extendMarkRange('link');
    const link = { type: 'link', attrs: { href: to } };
    if (to === '' || to === 'https://') chain.unsetMark('link').run();
    // Nothing is marked that could become a link: its address does.
    else if (href === '' && editor.state.selection.empty)
      chain.insertContent({ type: 'text', text: to, marks: [link] }).run();
    else chain.setMark('link', link.attrs).run();
    onDone();
  };
  const setByEnter = (event: { key: string; preventDefault: () => void }): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    set();
  };
  return (
    <div className="row" ref={field} onKeyDown={setByEnter} role="presentation">
      <LineField
        label={t('write.blocks.attribute.href')}
        value={address}
        type="url"
        onChange={(value) => {
          setAddress(value);
          return true;
        }}
      />
      <button className="btn slim" type="button" onClick={set}>
        {t('write.blocks.rich.setLink')}
      </button>
    </div>
  );
};

const StyleChoice = ({ editor, level }: { editor: Editor; level: number }): ReactNode => {
  const { _: t } = useLingui();
  const choose = (chosen: number): void => {
    const known = levels.find((one) => one === chosen);
    if (known) editor.commands.setHeading({ level: known });
    else editor.commands.setParagraph();
  };
  return (
    <select
      className="input"
      aria-label={t('write.blocks.rich.style')}
      value={level}
      onChange={({ target }) => choose(Number(target.value))}
    >
      <option value={0}>{t('write.blocks.rich.paragraph')}</option>
      {levels.map((one) => (
        <option key={one} value={one}>
          {t('write.blocks.rich.heading', { level: one })}
        </option>
      ))}
    </select>
  );
};

const Tools = ({ editor, columns }: { editor: Editor; columns: readonly Column[] }): ReactNode => {
  const { _: t } = useLingui();
  const [isLinking, setLinking] = useState(false);
  const { bold, italic, link, bulletList, orderedList, level, href } = useActive(editor);
  const names = [...messageLinks, 'email', ...columns.map(({ name }) => name)];
  const placeholders = names.map((name) => ({
    key: name,
    label: name,
    onChoose: () =>
      void editor
        .chain()
        .focus()
        .insertContent({ type: 'liquid', attrs: { code: `{{ ${name} }}` } })
        .run(),
  }));
  const focused = () => editor.chain().focus();
  return (
    <>
      <div className="row tools" role="group" aria-label={t('write.blocks.rich.tools')}>
        <StyleChoice editor={editor} level={level} />
        <Press label={t('write.blocks.rich.bold')} isOn={bold} onPress={() => focused().toggleBold().run()} />
        <Press label={t('write.blocks.rich.italic')} isOn={italic} onPress={() => focused().toggleItalic().run()} />
        <Press label={t('write.blocks.rich.link')} isOn={link} onPress={() => setLinking(!isLinking)} />
        <Press
          label={t('write.blocks.rich.bullets')}
          isOn={bulletList}
          onPress={() => focused().toggleBulletList().run()}
        />
        <Press
          label={t('write.blocks.rich.numbers')}
          isOn={orderedList}
          onPress={() => focused().toggleOrderedList().run()}
        />
        <BlockMenu label={t('write.blocks.rich.placeholder')} items={placeholders} />
      </div>
      {isLinking && <LinkForm key={href} editor={editor} href={href} onDone={() => setLinking(false)} />}
    </>
  );
};

export type RichProps = {
  html: string;
  columns: readonly Column[];
  /** Whether it has the focus once it is there; asked once. */
  takesFocus: () => boolean;
  onChange: (html: string) => boolean;
};

/** Its field is on the page a moment after it is made. */
const useFocus = (editor: Editor | null, takesFocus: () => boolean): void => {
  const begin = useEffectEvent((made: Editor) => {
    if (!takesFocus()) return;
    const focus = (): void => void made.commands.focus('end');
    if (made.isInitialized) focus();
    else made.once('create', focus);
  });
  useEffect(() => {
    if (editor) begin(editor);
  }, [editor]);
};

/** A text as it looks, with what code of Liquid it has as pieces that go as a whole. */
export const RichEditor = ({ html, columns, takesFocus, onChange }: RichProps): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const written = useRef(html);
  /** As it stood there, with the blanks around it. */
  const layout = useRef(html);
  const editor = useEditor({
    extensions: richExtensions,
    content: richTextOf(html) ?? '',
    // Made while it is rendered, it would be thrown away again when the page shows it a moment later.
    immediatelyRender: false,
    // Its style element is against the policy of the console; blocks.css has what it would say.
    injectCSS: false,
    editorProps: {
      attributes: { class: 'rich input', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': id },
      // Tab leaves the field, also a list; Escape closes the block.
      handleDOMEvents: { keydown: (_, { key }) => key === 'Tab' || key === 'Escape' },
    },
    onUpdate: ({ editor: now }) => {
      written.current = richHtmlOf(now.getJSON(), layout.current);
      onChange(written.current);
    },
  });
  useFocus(editor, takesFocus);
  useEffect(() => {
    if (html === written.current) return;
    written.current = html;
    layout.current = html;
    const text = richTextOf(html);
    if (text) editor?.commands.setContent(text, { emitUpdate: false });
  }, [editor, html]);
  return (
    <div className="lab" data-rich>
      <b id={id}>{t('write.blocks.text')}</b>
      <EditorContent editor={editor} />
      {editor && <Tools editor={editor} columns={columns} />}
    </div>
  );
};
