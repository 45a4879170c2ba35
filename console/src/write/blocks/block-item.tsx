import { useLingui } from '@lingui/react';
import { Suspense, useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../shell/icon.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import type { Block } from './block-tree.ts';
import { AddBlock } from './add-block.tsx';
import { BlockFields } from './block-fields.tsx';
import { excerptOf, snippetOf, useBranchLabel } from './block-words.ts';
import { BlockTools } from './block-tools.tsx';
import { goTo, stepOf } from './go-to.ts';
import { isOnlyColumn, pathKey, type Parent, type Path } from './paths.ts';
import { useBlockActs } from './use-block-acts.ts';
import { useBlocks } from './use-blocks.ts';

type Of = { block: Block; path: Path };

const Head = ({ block, path }: Of): ReactNode => {
  const { _: t } = useLingui();
  const { source, open, toggle, stop, pass } = useBlocks();
  const acts = useBlockActs(block, path);
  const branchLabel = useBranchLabel(source);
  const [branch] = block.children;
  const excerpt = block.kind === 'condition' && branch ? branchLabel(branch) : excerptOf(source, block);
  const name = block.kind === 'code' ? block.element.name : undefined;
  const snippet = snippetOf(source, block);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const step = stepOf(event.key);
    if (step !== 0 && !event.altKey) return goTo(event, step);
    if (step === 0 && event.key !== 'Delete') return;
    event.preventDefault();
    if (step === 0) acts.remove();
    else acts.move(step, 'head');
  };
  return (
    <button
      type="button"
      className="block-head"
      data-path={pathKey(path)}
      tabIndex={stop === pathKey(path) ? 0 : -1}
      aria-expanded={open === pathKey(path)}
      onFocus={() => pass(path)}
      // Whoever presses a key goes on in the first field; a finger may want to move the block.
      onClick={({ detail }) => toggle(path, detail === 0)}
      onKeyDown={press}
    >
      <Icon name="chev" />
      <b>{name === undefined ? t(`write.blocks.kind.${block.kind}`) : t('write.blocks.codeOf', { name })}</b>
      <span>{snippet === undefined ? excerpt : t('write.snippets.asked', { name: snippet })}</span>
    </button>
  );
};

/** Of a condition, each branch with whom it is for; of a section with one column, the blocks of that. */
const Inside = ({ block, path }: Of): ReactNode => {
  const { source } = useBlocks();
  const branchLabel = useBranchLabel(source);
  const [only] = block.children;
  if (block.kind === 'condition')
    return block.children.map((branch, index) => (
      <div key={branch.from}>
        {index > 0 && <p className="note">{branchLabel(branch)}</p>}
        <BlockList block={branch} path={[...path, index]} />
      </div>
    ));
  if (only && isOnlyColumn(block)) return <BlockList block={only} path={[...path, 0]} />;
  return block.holds === undefined ? null : <BlockList block={block} path={path} />;
};

const fields = 'input, select, textarea';

/** Once everything in it is there; a text takes the focus by itself. */
const Filled = ({ block, path }: Of): ReactNode => {
  const { takesField } = useBlocks();
  const end = useRef<HTMLDivElement>(null);
  const enter = useEffectEvent(() => {
    const opened = end.current?.parentElement;
    if (!opened?.querySelector('[data-rich]') && takesField()) opened?.querySelector<HTMLElement>(fields)?.focus();
  });
  useEffect(() => enter(), []);
  return (
    <>
      <BlockFields block={block} path={path} />
      <div ref={end}>
        <BlockTools block={block} path={path} />
      </div>
    </>
  );
};

const Opened = ({ block, path }: Of): ReactNode => {
  const { toggle } = useBlocks();
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    // A dialog that was opened from a field is no part of it, though its keys are heard here.
    const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !isWithin) return;
    event.preventDefault();
    toggle(path, false);
    event.currentTarget.closest('li')?.querySelector<HTMLElement>('[data-path]')?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leaves any of its fields
    <div className="block-fields" onKeyDown={press}>
      <Suspense fallback={<Waiting />}>
        <Filled block={block} path={path} />
      </Suspense>
    </div>
  );
};

const Item = ({ block, path }: Of): ReactNode => {
  const { open, acts } = useBlocks();
  return (
    <li className={`block of-${block.kind}`}>
      <Head block={block} path={path} />
      {open === pathKey(path) && <Opened key={acts} block={block} path={path} />}
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
