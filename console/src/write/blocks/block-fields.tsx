import { useLingui } from '@lingui/react';
import { lazy, useState, type ReactNode } from 'react';
import type { Block, Kind } from './block-tree.ts';
import { ConditionFields } from './condition-fields.tsx';
import { ChoiceField } from '../../shell/choice-field.tsx';
import { PictureButton } from '../pictures/picture-button.tsx';
import { widthInMail, type Chosen } from '../pictures/picture-code.ts';
import { CodeLines, LineField } from './fields.tsx';
import { Palette } from './palette.tsx';
import type { Path } from './paths.ts';
import type { RichProps } from './rich-editor.tsx';
import { richTextOf } from './rich-text.ts';
import { tokensOf } from './tokens.ts';
import { useBlocks } from './use-blocks.ts';
import { attributeSet, insideSet, textAsHtml } from './written.ts';

type Of = { block: Block; path: Path };

type AttributeName =
  | 'href'
  | 'src'
  | 'alt'
  | 'width'
  | 'height'
  | 'align'
  | 'background-color'
  | 'border-color'
  | 'color'
  | 'name';
/** Which attributes of a block there are fields for, in their order. */
const attributes: Partial<Record<Kind, readonly AttributeName[]>> = {
  section: ['background-color'],
  wrapper: ['background-color'],
  hero: ['background-color', 'height'],
  column: ['width', 'background-color'],
  text: ['align', 'color'],
  heading: ['align', 'color'],
  button: ['href', 'align', 'background-color', 'color'],
  image: ['src', 'alt', 'href', 'width', 'align'],
  divider: ['border-color'],
  spacer: ['height'],
  social: ['align'],
  socialLink: ['name', 'href', 'src'],
};
const alignments = ['', 'left', 'center', 'right'] as const;
/** Those of which MJML has a picture; others have none. */
const networks = [
  'facebook',
  'github',
  'instagram',
  'linkedin',
  'medium',
  'pinterest',
  'snapchat',
  'soundcloud',
  'tumblr',
  'twitter',
  'vimeo',
  'web',
  'x',
  'xing',
  'youtube',
];

const isColour = (name: AttributeName): boolean => name.endsWith('color');

const AttributeField = ({ block, path, name }: Of & { name: AttributeName }): ReactNode => {
  const { _: t } = useLingui();
  const { write } = useBlocks();
  const value = block.element.attributes.find((attribute) => attribute.name === name)?.value ?? '';
  const shared = {
    label: t(`write.blocks.attribute.${name}`),
    value,
    onChange: (next: string) => write(path, name, (source, { element }) => attributeSet(source, element, name, next)),
  };
  if (name === 'align') {
    const known = alignments.map((align) => ({
      value: align as string,
      label: t(`write.blocks.align.${align || 'usual'}`),
    }));
    return (
      <ChoiceField
        {...shared}
        onChange={(next) => void shared.onChange(next)}
        options={known.some((one) => one.value === value) ? known : [...known, { value, label: value }]}
      />
    );
  }
  if (name === 'src' && block.kind === 'socialLink')
    return <LineField {...shared} type="url" hint={t('write.blocks.iconHint')} />;
  if (name === 'alt') return <LineField {...shared} hint={t('write.blocks.altHint')} />;
  if (name === 'name') return <LineField {...shared} options={networks} />;
  if (isColour(name))
    return (
      <>
        <LineField {...shared} />
        <Palette value={value} onChoose={shared.onChange} />
      </>
    );
  return <LineField {...shared} type={name === 'href' || name === 'src' ? 'url' : 'text'} />;
};

const insideOf = (source: string, { element: { inside } }: Block): string =>
  inside ? source.slice(inside.from, inside.to) : '';

const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/** A label without markup is written as people mean it, anything else as HTML. */
const LabelField = ({ block, path }: Of): ReactNode => {
  const { _: t } = useLingui();
  const { source, write } = useBlocks();
  const inside = insideOf(source, block);
  const tokens = tokensOf(inside);
  const texts = tokens.flatMap((token) => (token.kind === 'text' ? [token.text] : []));
  const put = (html: string): boolean => write(path, 'inside', (now, { element }) => insideSet(now, element, html));
  if (texts.length < tokens.length) return <HtmlLines html={inside} onChange={(text) => put(textAsHtml(text))} />;
  return (
    <LineField
      label={t('write.blocks.label')}
      value={onOneLine(texts.join(''))}
      onChange={(text) => put(textAsHtml(text))}
    />
  );
};

const HtmlLines = ({ html, onChange }: Pick<RichProps, 'html' | 'onChange'>): ReactNode => {
  const { _: t } = useLingui();
  return (
    <CodeLines
      label={t('write.blocks.html')}
      value={html}
      hint={t('write.blocks.htmlHint')}
      unfinished={t('write.blocks.unfinished')}
      onChange={onChange}
    />
  );
};

/** Fetched when the first text is opened; if it never comes, a field does. */
const RichEditor = lazy(async () =>
  import('./rich-editor.tsx').then(
    ({ RichEditor: loaded }) => ({ default: loaded }),
    () => ({ default: HtmlLines }),
  ),
);

const TextField = ({ block, path }: Of): ReactNode => {
  const { source, columns, takesField, write } = useBlocks();
  const inside = insideOf(source, block);
  const [isRich] = useState(() => richTextOf(inside) !== undefined);
  const put = (html: string): boolean => write(path, 'inside', (now, { element }) => insideSet(now, element, html));
  if (!isRich) return <HtmlLines html={inside} onChange={put} />;
  return <RichEditor html={inside} columns={columns} takesFocus={takesField} onChange={put} />;
};

const CodeField = ({ block, path }: Of): ReactNode => {
  const { _: t } = useLingui();
  const { source, write } = useBlocks();
  return (
    <CodeLines
      label={t('write.blocks.code')}
      value={source.slice(block.from, block.to)}
      hint={t('write.blocks.codeHint')}
      unfinished={t('write.blocks.unfinished')}
      onChange={(put) => write(path, 'code', (_, { from, to }) => [{ from, to, put }])}
    />
  );
};

/** A picture with what it shows; the width of a small one, unless it has one. */
const PictureField = ({ path }: Pick<Of, 'path'>): ReactNode => {
  const { _: t } = useLingui();
  const { write } = useBlocks();
  const put = (chosen: Chosen): void => {
    write(path, 'picture', (source, { element }) => {
      const hasWidth = element.attributes.some(({ name }) => name === 'width');
      return [
        ...attributeSet(source, element, 'src', chosen.url),
        ...attributeSet(source, element, 'alt', chosen.alt),
        ...(hasWidth ? [] : attributeSet(source, element, 'width', widthInMail(chosen) ?? '')),
      ];
    });
  };
  return <PictureButton label={t('write.pictures.choose')} onChosen={put} />;
};

/** What can be said of a block. */
export const BlockFields = ({ block, path }: Of): ReactNode => {
  const { kind } = block;
  return (
    <>
      {(kind === 'text' || kind === 'heading') && <TextField block={block} path={path} />}
      {(kind === 'button' || kind === 'socialLink') && <LabelField block={block} path={path} />}
      {kind === 'code' && <CodeField block={block} path={path} />}
      {kind === 'image' && <PictureField path={path} />}
      {kind === 'condition' && <ConditionFields block={block} path={path} />}
      {attributes[kind]?.map((name) => (
        <AttributeField key={name} block={block} path={path} name={name} />
      ))}
    </>
  );
};
