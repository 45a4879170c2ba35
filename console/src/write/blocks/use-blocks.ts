import { createContext, use, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import type { Column } from '../../../../domain/write/columns.ts';
import { bodyOf, type Block, type Body } from './block-tree.ts';
import type { Edit } from './edits.ts';
import { begun, redone, stepped, undone, type History } from './history.ts';
import { blockAt, blocksOf, pathBeginning, pathKey, shownNear, type Path } from './paths.ts';
import { spliced, type Splice } from './splice.ts';

/** Where the focus goes: the head of a block, or one of its buttons. */
type Wanted = { path: Path; part: string };

/** What every block of the editor works with. */
export type Blocks = {
  source: string;
  body: Body;
  columns: readonly Column[];
  /** What new blocks take. */
  brand: MailBrand | undefined;
  /** Rises with each act, so that fields of another block do not go on with what this one had. */
  acts: number;
  open: string | undefined;
  toggle: (path: Path, intoField: boolean) => void;
  /** Asked once by the fields that are opened: whether the focus goes into the first of them. */
  takesField: () => boolean;
  /** Of all heads, the one that Tab comes to; arrows go to the others. */
  stop: string;
  pass: (path: Path) => void;
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

/** A block of that path, which ends as far from the end of the source. */
const isStillAt = (source: string, path: Path, behind: number): boolean => {
  const body = bodyOf(source);
  const block = body && blockAt(body, path);
  return block !== undefined && source.length - block.to === behind;
};

type Editing = {
  blocks: Omit<Blocks, 'body' | 'columns' | 'brand'> & { body: Body | undefined };
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

/** No mail has more blocks; a list of them would keep the browser busy at each key. */
const MOST = 1000;

const shownBody = (source: string): Body | undefined => {
  const body = bodyOf(source);
  let count = 0;
  if (body) for (const _ of blocksOf(body)) if ((count += 1) > MOST) return undefined;
  return body;
};

type State = { open: string | undefined; at: Path; said: string; acts: number };
const initial: State = { open: undefined, at: [0], said: '', acts: 0 };

/** What an act leads to: the source then, and where its block is. */
const outcome = (history: History, { splices, at }: Edit, instead: Path) => {
  const next = stepped(history, spliced(history.now, splices));
  const body = bodyOf(next.now);
  const found = at === undefined || !body ? undefined : pathBeginning(body, at);
  return { next, path: body ? shownNear(body, found ?? instead) : [] };
};

/** The source with what is written into a field; undefined: the block would end elsewhere then. */
const writtenInto = (now: string, path: Path, make: Parameters<Blocks['write']>[2]): string | undefined => {
  const body = bodyOf(now);
  const block = body && blockAt(body, path);
  if (!block) return undefined;
  const after = spliced(now, make(now, block));
  return isStillAt(after, path, now.length - block.to) ? after : undefined;
};

/** Asked for once: whoever looks takes it away. */
const useAsked = () => {
  const state = useRef(false);
  return {
    ask: (isAsked: boolean): void => {
      state.current = isAsked;
    },
    isAsked: (): boolean => {
      const was = state.current;
      state.current = false;
      return was;
    },
  };
};

/** The blocks of a source while somebody changes them. */
export const useEditing = (source: string, onSource: (source: string) => void, says: Says): Editing => {
  const { history, latest, change } = useHistory(source, onSource);
  const [{ open, at, said, acts }, setState] = useState(initial);
  const wanted = useRef<Wanted>(undefined);
  const asked = useAsked();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (wanted.current) focusIn(list.current, wanted.current);
    wanted.current = undefined;
  });
  const done = (words: string, opened: string | undefined): void =>
    setState((before) => ({ ...before, open: opened, said: differing(before.said, words), acts: before.acts + 1 }));
  const act: Blocks['act'] = (edit, words, { part = 'head', opens = false, instead = [] }) => {
    // Of a source that has changed since, it would cut through something else.
    if (!edit || latest.current.now !== source) return;
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
  const toggle: Blocks['toggle'] = (path, intoField) => {
    asked.ask(intoField);
    setState((before) => ({ ...before, open: before.open === pathKey(path) ? undefined : pathKey(path) }));
  };
  const body = useMemo(() => shownBody(source), [source]);
  const pass = (path: Path): void => setState((before) => ({ ...before, at: path }));
  const stop = body ? pathKey(shownNear(body, at)) || '0' : '';
  const blocks = { source, body, acts, open, toggle, takesField: asked.isAsked, stop, pass, write, act };
  return { blocks, said, list, undo: go(undone(history), says.undone), redo: go(redone(history), says.redone) };
};
