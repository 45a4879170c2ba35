import type { Block, Body } from './block-tree.ts';

/** Which child of which child, from the body on. */
export type Path = readonly number[];
/** What blocks stand in. */
export type Parent = Block | Body;

export const blockAt = (body: Body, path: Path): Block | undefined => {
  let within: Parent = body;
  for (const index of path) {
    const next: Block | undefined = within.children[index];
    if (!next) return undefined;
    within = next;
  }
  return 'kind' in within ? within : undefined;
};

export const parentAt = (body: Body, path: Path): Parent | undefined =>
  path.length <= 1 ? body : blockAt(body, path.slice(0, -1));

/** Each block with its path, from the front. */
export function* blocksOf(within: Parent, path: Path = []): Generator<{ block: Block; path: Path }> {
  for (const [index, block] of within.children.entries()) {
    const own = [...path, index];
    yield { block, path: own };
    yield* blocksOf(block, own);
  }
}

/** Of the outermost block that begins there. */
export const pathBeginning = (body: Body, at: number): Path | undefined => {
  for (const { block, path } of blocksOf(body)) if (block.from === at) return path;
  return undefined;
};

export const pathKey = (path: Path): string => path.join('.');
