import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Block } from './block-tree.ts';
import { AddBlock } from './add-block.tsx';
import { parentAt, type Path } from './paths.ts';
import { useBlockActs } from './use-block-acts.ts';
import { useBlocks } from './use-blocks.ts';

type Props = { part: string; label: string; isAble?: boolean; onDo: () => void };

/** One that can do nothing keeps the focus. */
const Tool = ({ part, label, isAble = true, onDo }: Props): ReactNode => (
  <button className="btn slim" type="button" data-part={part} aria-disabled={!isAble} onClick={() => isAble && onDo()}>
    {label}
  </button>
);

/** What can be done to the block that is open, as a whole. */
export const BlockTools = ({ block, path }: { block: Block; path: Path }): ReactNode => {
  const { _: t } = useLingui();
  const { body } = useBlocks();
  const { move, canMove, copy, remove, enclose, disclose } = useBlockActs(block, path);
  const parent = parentAt(body, path);
  return (
    <div className="row" role="group" aria-label={t('write.blocks.tools')}>
      <Tool part="up" label={t('write.blocks.up')} isAble={canMove(-1)} onDo={() => move(-1, 'up')} />
      <Tool part="down" label={t('write.blocks.down')} isAble={canMove(1)} onDo={() => move(1, 'down')} />
      <Tool part="copy" label={t('write.blocks.copy')} onDo={copy} />
      {enclose && <Tool part="enclose" label={t('write.blocks.enclose')} onDo={enclose} />}
      {disclose && block.children.length === 1 && (
        <Tool part="disclose" label={t('write.blocks.disclose')} onDo={disclose} />
      )}
      <Tool part="remove" label={t('write.blocks.remove')} onDo={remove} />
      {parent && <AddBlock parent={parent} path={path.slice(0, -1)} index={(path.at(-1) ?? 0) + 1} isBelow />}
    </div>
  );
};
