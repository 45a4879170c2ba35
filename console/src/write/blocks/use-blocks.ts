import { createContext, use, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Column } from '../../../../domain/write/columns.ts';
import { bodyOf, type Block, type Body } from './block-tree.ts';
import type { Edit } from './edits.ts';
import { begun, redone, stepped, undone, type History } from './history.ts';
import { blockAt, pathBeginning, pathKey, type Path } from './paths.ts';
import { spliced, type Splice } from './splice.ts';

/** Where the focus goes: the head of a block, or one of its buttons. */
type Wanted = { path: Path; part: string };

/** What every block of the editor works with. */
export type Blocks = {
  source: string;
  body: Body;
  columns: readonly Column[];
  /** Rises with each act, so that fields of another block do not go on with what this one had. */
  acts: number;
  open: string | undefined;
  toggle: (path: Path) => void;
  /**
   * Writes into a field; what is written into it letter by letter is one step back. False: with that the block would not
   * end where it ends, and nothing is written.
   */
  write: (path: Path, field: string, change: (source: string, block: Block) => Splice[]) => boolean;
  /** Does something to a block, says it, and goes where the block is then. */
  act: (edit: Edit | undefined, said: string, then: { part?: string; opens?: boolean; instead?: Path }) => void;
};

const BlocksContext = createContext<Blocks | undefined>(undefined);
export const BlocksProvider = BlocksContext.Provider;

export const useBlocks = (): Blocks => {
  const blocks = use(BlocksContext);
  if (!blocks) throw new Error('a block outside of an editor');
  return blocks;
};

const focusIn = (list: HTMLElement | null, { path, part }: Wanted): void => {
  const head = list?.querySelector<HTMLElement>(`[data-path="${pathKey(path)}"]`);
  const within = part === 'head' ? undefined : head?.closest('li')?.querySelector<HTMLElement>(`[data-part="${part}"]`);
  const isAble = within && within.getAttribute('aria-disabled') !== 'true';
  (isAble ? within : (head ?? list))?.focus();
};

/** The nearest that is there: itself, the one before it, or what it stood in. */
const nearest = (body: Body | undefined, path: Path): Path => {
  if (!body || path.length === 0) return [];
  for (let index = path.at(-1) ?? 0; index >= 0; index -= 1) {
    const beside = [...path.slice(0, -1), index];
    if (blockAt(body, beside)) return beside;
  }
  return nearest(body, path.slice(0, -1));
};

/** A block of that path, which ends as far from the end of the source. */
const isStillAt = (source: string, path: Path, behind: number): boolean => {
  const body = bodyOf(source);
  const block = body && blockAt(body, path);
  return block !== undefined && source.length - block.to === behind;
};

type Editing = {
  blocks: Omit<Blocks, 'body' | 'columns'> & { body: Body | undefined };
  said: string;
  list: RefObject<HTMLDivElement | null>;
  /** Undefined: there is nothing to go back or forward to. */
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
};

type Says = { undone: string; redone: string };

/** Said anew even when it is the same again. */
const differing = (before: string, said: string): string => (before === said ? `${said}\u00A0` : said);

/** What was written, with its steps: what comes from elsewhere, such as a template, is one of them. */
const useHistory = (source: string, onSource: (source: string) => void) => {
  const [history, setHistory] = useState(() => begun(source));
  const latest = useRef(history);
  const known = history.now === source ? history : stepped(history, source);
  if (known !== history) setHistory(known);
  useLayoutEffect(() => {
    latest.current = known;
  });
  const change = (next: History): void => {
    latest.current = next;
    setHistory(next);
    onSource(next.now);
  };
  return { history: known, latest, change };
};

type State = { open: string | undefined; said: string; acts: number };
const initial: State = { open: undefined, said: '', acts: 0 };

/** What an act leads to: the source then, and where its block is. */
const outcome = (history: History, { splices, at }: Edit, instead: Path) => {
  const next = stepped(history, spliced(history.now, splices));
  const body = bodyOf(next.now);
  const found = at === undefined || !body ? undefined : pathBeginning(body, at);
  return { next, path: found ?? nearest(body, instead) };
};

/** The source with what is written into a field; undefined: the block would end elsewhere then. */
const writtenInto = (now: string, path: Path, make: Parameters<Blocks['write']>[2]): string | undefined => {
  const body = bodyOf(now);
  const block = body && blockAt(body, path);
  if (!block) return undefined;
  const after = spliced(now, make(now, block));
  return isStillAt(after, path, now.length - block.to) ? after : undefined;
};

/** The blocks of a source while somebody changes them. */
export const useEditing = (source: string, onSource: (source: string) => void, says: Says): Editing => {
  const { history, latest, change } = useHistory(source, onSource);
  const [{ open, said, acts }, setState] = useState(initial);
  const wanted = useRef<Wanted>(undefined);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (wanted.current) focusIn(list.current, wanted.current);
    wanted.current = undefined;
  });
  const done = (words: string, opened: string | undefined): void =>
    setState((before) => ({ open: opened, said: differing(before.said, words), acts: before.acts + 1 }));
  const act: Blocks['act'] = (edit, words, { part = 'head', opens = false, instead = [] }) => {
    if (!edit) return;
    const { next, path } = outcome(latest.current, edit, instead);
    wanted.current = { path, part };
    done(words, opens || open !== undefined ? pathKey(path) : undefined);
    change(next);
  };
  const go = (next: History | undefined, words: string) =>
    next &&
    (() => {
      done(words, open);
      change(next);
    });
  const write: Blocks['write'] = (path, field, make) => {
    const after = writtenInto(latest.current.now, path, make);
    if (after !== undefined) change(stepped(latest.current, after, `${pathKey(path)} ${field}`));
    return after !== undefined;
  };
  const toggle = (path: Path): void =>
    setState((before) => ({ ...before, open: before.open === pathKey(path) ? undefined : pathKey(path) }));
  const body = useMemo(() => bodyOf(source), [source]);
  const blocks = { source, body, acts, open, toggle, write, act };
  return { blocks, said, list, undo: go(undone(history), says.undone), redo: go(redone(history), says.redone) };
};
