import { useLingui } from '@lingui/react';
import type { Block } from './block-tree.ts';
import { copied, disclosed, enclosed, moved, removed } from './edits.ts';
import { parentAt, type Path } from './paths.ts';
import { useBlocks } from './use-blocks.ts';

/** What can be done to a block as a whole. */
export type BlockActs = {
  /** `part`: which of its buttons has the focus then. */
  move: (step: 1 | -1, part: string) => void;
  canMove: (step: 1 | -1) => boolean;
  copy: () => void;
  remove: () => void;
  /** Shows it to some only; undefined: it is for everybody who gets the mail. */
  enclose: (() => void) | undefined;
  /** Shows it to everybody; undefined: it does that. */
  disclose: (() => void) | undefined;
};

const enclosable = new Set(['section', 'wrapper', 'text', 'heading', 'button', 'image', 'divider', 'spacer', 'social']);

export const useBlockActs = (block: Block, path: Path): BlockActs => {
  const { _: t } = useLingui();
  const { source, body, columns, act } = useBlocks();
  const kind = t(`write.blocks.kind.${block.kind}`);
  const count = parentAt(body, path)?.children.length ?? 0;
  const [column = { name: 'first_name' }] = columns;
  return {
    canMove: (step) => moved(source, body, path, step) !== undefined,
    move: (step, part) => {
      const said = t(step > 0 ? 'write.blocks.said.down' : 'write.blocks.said.up', { kind });
      act(moved(source, body, path, step), said, { part, instead: path });
    },
    copy: () => act(copied(source, block), t('write.blocks.said.copied', { kind }), { opens: true }),
    remove: () =>
      act(removed(source, block), t('write.blocks.said.removed', { kind, count: count - 1 }), { instead: path }),
    enclose: enclosable.has(block.kind)
      ? () => act(enclosed(source, block, column.name), t('write.blocks.said.enclosed', { kind }), { opens: true })
      : undefined,
    disclose:
      block.kind === 'condition'
        ? () => act(disclosed(block), t('write.blocks.said.disclosed'), { instead: path })
        : undefined,
  };
};
