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

/** A section's only column has no head of its own: its blocks stand in the section at once. */
export const isOnlyColumn = (parent: Parent): boolean => {
  const [only, ...more] = parent.children;
  return 'kind' in parent && parent.kind === 'section' && only?.kind === 'column' && more.length === 0;
};

/** The nearest that has a head: itself, the one before it, or what it stands in. */
export const shownNear = (body: Body, path: Path): Path => {
  const parent = parentAt(body, path);
  const block = blockAt(body, path);
  if (path.length === 0 || (block && block.kind !== 'branch' && parent && !isOnlyColumn(parent))) return path;
  const index = path.at(-1) ?? 0;
  return shownNear(body, index > 0 && !block ? [...path.slice(0, -1), index - 1] : path.slice(0, -1));
};

export const pathKey = (path: Path): string => path.join('.');
