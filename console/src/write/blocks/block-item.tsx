import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shell/icon.tsx';
import type { Block } from './block-tree.ts';
import { AddBlock } from './add-block.tsx';
import { BlockFields } from './block-fields.tsx';
import { excerptOf, useBranchLabel } from './block-words.ts';
import { BlockTools } from './block-tools.tsx';
import { pathKey, type Parent, type Path } from './paths.ts';
import { useBlockActs } from './use-block-acts.ts';
import { useBlocks } from './use-blocks.ts';

type Of = { block: Block; path: Path };

/** Among the heads of the blocks, in the order in which they are shown. */
const goTo = (from: HTMLElement, step: 1 | -1): void => {
  const heads = [...(from.closest('.blocks')?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  heads[heads.indexOf(from) + step]?.focus();
};

const Head = ({ block, path }: Of): ReactNode => {
  const { t } = useTranslation();
  const { source, open, toggle } = useBlocks();
  const acts = useBlockActs(block, path);
  const branchLabel = useBranchLabel(source);
  const [branch] = block.children;
  const excerpt = block.kind === 'condition' && branch ? branchLabel(branch) : excerptOf(source, block);
  const name = block.kind === 'code' ? block.element.name : undefined;
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Delete') return;
    event.preventDefault();
    if (step === 0) acts.remove();
    else if (event.altKey) acts.move(step, 'head');
    else goTo(event.currentTarget, step);
  };
  return (
    <button
      type="button"
      className="block-head"
      data-path={pathKey(path)}
      aria-expanded={open === pathKey(path)}
      onClick={() => toggle(path)}
      onKeyDown={press}
    >
      <Icon name="chev" />
      <b>{name === undefined ? t(`write.blocks.kind.${block.kind}`) : t('write.blocks.codeOf', { name })}</b>
      <span>{excerpt}</span>
    </button>
  );
};

/** Of a condition, each branch with whom it is for; of a section with one column, the blocks of that. */
const Inside = ({ block, path }: Of): ReactNode => {
  const { source } = useBlocks();
  const branchLabel = useBranchLabel(source);
  const [only, ...more] = block.children;
  if (block.kind === 'condition')
    return block.children.map((branch, index) => (
      <div key={branch.from}>
        {index > 0 && <p className="note">{branchLabel(branch)}</p>}
        <BlockList block={branch} path={[...path, index]} />
      </div>
    ));
  if (block.kind === 'section' && only?.kind === 'column' && more.length === 0)
    return <BlockList block={only} path={[...path, 0]} />;
  return block.holds === undefined ? null : <BlockList block={block} path={path} />;
};

const Item = ({ block, path }: Of): ReactNode => {
  const { open, acts } = useBlocks();
  return (
    <li className={`block ${block.kind}`}>
      <Head block={block} path={path} />
      {open === pathKey(path) && (
        <div className="block-fields" key={acts}>
          <BlockFields block={block} path={path} />
          <BlockTools block={block} path={path} />
        </div>
      )}
      <Inside block={block} path={path} />
    </li>
  );
};

/** What stands in a block, or in the mail, and what can be put behind it. */
export const BlockList = ({ block, path }: { block: Parent; path: Path }): ReactNode => (
  <>
    <ul>
      {block.children.map((child, index) => (
        <Item key={pathKey([...path, index])} block={child} path={[...path, index]} />
      ))}
    </ul>
    <AddBlock parent={block} path={path} index={block.children.length} />
  </>
);
