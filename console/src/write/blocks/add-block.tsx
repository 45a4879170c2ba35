import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { useNewWords } from './block-words.ts';
import type { Level } from './block-tree.ts';
import { added } from './edits.ts';
import { goByArrows } from './go-to.ts';
import { codeOf, offered, type NewKind } from './new-blocks.ts';
import { askingFor } from '../../../../domain/model/snippet.ts';
import { SnippetChoice } from '../snippets/snippet-choice.tsx';
import { logoCode } from '../brand/logo-code.ts';
import { brandAttributes } from './brand-attributes.ts';
import { BlockMenu, type Item } from './block-menu.tsx';
import type { Parent, Path } from './paths.ts';
import { useBlocks } from './use-blocks.ts';

type Props = {
  parent: Parent;
  path: Path;
  /** Before which of its children; their number: behind the last. */
  index: number;
  /** It belongs to the block before that. */
  isBelow?: boolean;
};

/** The attributes of the section that stands there, or of the last one before it. */
const lookAt = (source: string, { children }: Parent, index: number): string => {
  const beside = children.slice(0, index).findLast(({ kind }) => kind === 'section');
  if (!beside) return '';
  const { nameTo, to, isSelfClosed } = beside.element.tag;
  return source.slice(nameTo, to - (isSelfClosed ? 2 : 1)).trimEnd();
};

/** Levels of which there is one kind need no menu. */
const kindsAt = (level: Level): readonly NewKind[] => offered[level];

/** Of MJML only what stands among its like can be a snippet. */
const takesSnippets = (level: Level): boolean => level === 'section' || level === 'block';

/** Undone as a step, and shown as code that nothing touches. */
const snippetCode = (name: string): string => `<mj-raw>${askingFor(name)}</mj-raw>`;

export const AddBlock = ({ parent, path, index, isBelow = false }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { source, body, brand, act } = useBlocks();
  const words = useNewWords(brand);
  const [isChoosing, setChoosing] = useState(false);
  const { holds } = parent;
  if (holds === undefined) return null;
  const put = (code: string, kind: string): void =>
    act(added(source, { parent, index }, code), t('write.blocks.said.added', { kind }), {
      opens: true,
      instead: [...path, index],
    });
  const add = (kind: NewKind): void =>
    put(
      codeOf(kind, words, lookAt(source, parent, index), brandAttributes(source, brand)),
      t(`write.blocks.add.${kind}`),
    );
  const kinds = kindsAt(holds);
  const items: Item[] = kinds.map((kind) => ({
    key: kind,
    label: t(`write.blocks.add.${kind}`),
    onChoose: () => add(kind),
  }));
  const logo = holds === 'block' ? brand?.logo : undefined;
  if (logo)
    items.push({
      key: 'logo',
      label: t('write.brand.logo'),
      onChoose: () => put(logoCode(logo), t('write.brand.logo')),
    });
  if (takesSnippets(holds))
    items.push({ key: 'snippet', label: t('write.snippets.one'), onChoose: () => setChoosing(true) });
  const label = t(isBelow ? `write.blocks.below.${holds}` : `write.blocks.into.${holds}`);
  const [only, ...more] = items;
  // Behind a block, that block offers the same when it is open.
  const isStop = !isBelow && (parent.children.length === 0 || path.length === 0);
  const shared = {
    className: 'btn slim quiet',
    tabIndex: isBelow || body.children.length === 0 ? 0 : -1,
    ...(isStop && { 'data-stop': '', onKeyDown: goByArrows }),
  };
  if (!only || more.length > 0)
    return (
      <>
        <BlockMenu label={label} items={items} button={shared} />
        <SnippetChoice
          isOpen={isChoosing}
          onClose={() => setChoosing(false)}
          onChosen={(name) => put(snippetCode(name), t('write.snippets.one'))}
        />
      </>
    );
  return (
    <button {...shared} type="button" onClick={only.onChoose}>
      {label}
    </button>
  );
};
