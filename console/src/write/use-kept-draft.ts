import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { draftOf, emptyDraft, type Draft } from '../form/draft.ts';
import { draftKeeper, readKept, removeOld, shelfKey } from '../form/kept-draft.ts';
import { draftParts, isEqualIn } from '../form/meet-drafts.ts';
import { useSession } from '../shell/session.tsx';

/** Milliseconds without a key before what is written is kept. */
const QUIET = 500;

export type Writing = {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  /** What is stored, as far as this form knows; undefined: that of another version, which nobody has. */
  base: Draft | undefined;
  /** The version that is being changed; undefined: a new campaign. */
  version: number | undefined;
  isChanged: boolean;
  /** The browser keeps it until it is saved; false: it has no room. */
  isKept: boolean;
  /** When what was brought back had been written, ISO 8601; undefined: nothing was. */
  broughtBack: string | undefined;
  /** Goes back to what is stored. */
  discard: () => void;
  /** It is saved: nothing has to be kept any more. */
  forget: () => void;
  isSaved: RefObject<boolean>;
  /** Somebody else's version is what is stored, and this the draft that comes of both. */
  meet: (stored: Campaign, merged: Draft) => void;
};

const storedDraft = (campaign: Campaign | undefined): Draft => (campaign ? draftOf(campaign) : emptyDraft());

/** Keeps what is written: a moment after the last key, and at once when the page or the form is left. */
const useKeeping = (keep: () => void): void => {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
    const timer = setTimeout(keep, QUIET);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    const now = (): void => latest.current();
    addEventListener('pagehide', now);
    return () => {
      removeEventListener('pagehide', now);
      now();
    };
  }, []);
};

/** What this browser has of it, and what keeps it from now on. */
const openShelf = (key: string, stored: Draft) => {
  const now = Date.now();
  removeOld(localStorage, now);
  const found = readKept(localStorage, key, stored, now);
  return { found, keeper: draftKeeper(localStorage, key, found) };
};

/**
 * A draft that outlives the window: kept in this browser while it is written, brought back when the form is opened
 * again, gone once it is saved.
 */
export const useKeptDraft = (known: Campaign | undefined): Writing => {
  const { me } = useSession();
  const key = shelfKey(me.email, known?.id);
  // The version that is being changed stays the one that was opened: what others save meanwhile is a conflict.
  const [stored, setStored] = useState(() => ({ draft: storedDraft(known), version: known?.version }));
  const [{ found, keeper }] = useState(() => openShelf(key, stored.draft));
  const [kept, setKept] = useState(found);
  const [isKept, setIsKept] = useState(true);
  const [draft, setDraft] = useState<Draft>(() => kept?.draft ?? stored.draft);
  const isSaved = useRef(false);
  const isOfOther = kept !== undefined && known !== undefined && kept.version !== stored.version;
  const version = isOfOther ? (kept.version ?? undefined) : stored.version;
  const isChanged = draftParts.some((part) => !isEqualIn(part, draft, stored.draft));
  useKeeping(() => {
    if (isSaved.current) return;
    if (!isChanged) keeper.remove();
    setIsKept(!isChanged || keeper.keep({ at: new Date().toISOString(), version: version ?? null, draft }));
  });
  const settle = (now: { draft: Draft; version: number | undefined }, next: Draft): void => {
    setStored(now);
    setKept(undefined);
    setDraft(next);
  };
  return {
    draft,
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    base: isOfOther ? undefined : stored.draft,
    version,
    isChanged,
    isKept,
    isSaved,
    broughtBack: isChanged ? kept?.at : undefined,
    discard: () => settle(stored, stored.draft),
    forget: () => {
      isSaved.current = true;
      keeper.remove();
    },
    meet: (campaign, merged) => settle({ draft: draftOf(campaign), version: campaign.version }, merged),
  };
};
