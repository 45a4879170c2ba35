import * as z from 'zod';
import { Attachment } from '../../../domain/model/attachment.ts';
import { TemplateTaken } from '../../../domain/model/campaign.ts';
import { sourceHash } from '../../../domain/write/source-hash.ts';
import type { Draft } from './draft.ts';

/** Where the browser keeps what was not saved: `localStorage`, which outlives a window and a session. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'freigabe.draft.';

/** Of each person and campaign one, under a name that holds no address. */
export const shelfKey = (email: string, campaignId = 'new'): string =>
  `${PREFIX}${sourceHash(email.toLowerCase())}.${campaignId}`;

/** What is older is no longer offered, and removed. */
const KEPT_FOR = 30 * 86_400_000;

const Row = z.object({ key: z.string(), value: z.string() });
const Nth = z.object({ key: z.string(), nth: z.string(), weekday: z.string() });
const Variant = z.object({
  key: z.string(),
  id: z.string(),
  language: z.string(),
  subject: z.string(),
  preheader: z.string(),
  format: z.enum(['mjml', 'html']),
  source: z.string(),
  text: z.string(),
  textFor: z.string(),
});
const Value = z.union([
  z.string(),
  z.boolean(),
  z.array(z.number()),
  z.array(Row),
  z.array(Nth),
  z.array(Variant),
  z.array(Attachment),
]);

const Kept = z.object({
  at: z.iso.datetime(),
  /** Of the campaign that was being changed; null: a new one. */
  version: z.int().nullable(),
  template: TemplateTaken.optional(),
  /** Each is looked at by itself. */
  fields: z.record(z.string(), z.unknown()),
});

/** What is written to be read by people may name an address; of every other field it would be somebody's. */
const written: readonly string[] = [
  'name',
  'subject',
  'preheader',
  'source',
  'text',
  'variants',
  'attachments',
] satisfies (keyof Draft)[];

const mayBeKept = ([name, value]: [string, unknown]): boolean =>
  name !== 'conditions' && (written.includes(name) || !JSON.stringify(value ?? '').includes('@'));

const isKind = (value: unknown, base: unknown): boolean => {
  if (!Value.safeParse(value).success) return false;
  if (base === undefined) return typeof value === 'boolean';
  return typeof value === typeof base && Array.isArray(value) === Array.isArray(base);
};

export type KeptDraft = { at: string; version: number | null; draft: Draft };

/** What is kept of a draft, without the time. */
const bodyOf = ({ version, draft }: KeptDraft) => {
  const { template, ...others } = draft;
  const fields = Object.fromEntries(Object.entries(others).filter(mayBeKept));
  return { version, ...(template && { template }), fields };
};

/**
 * Keeps a draft without addresses: those of the sender, of people who confirm and of conditions are typed again. False: the browser has no
 * room for it.
 */
export const keepDraft = (shelf: Shelf, key: string, kept: KeptDraft): boolean => {
  try {
    shelf.setItem(key, JSON.stringify({ at: kept.at, ...bodyOf(kept) }));
    return true;
  } catch {
    return false;
  }
};

const parsedOf = (text: string): z.infer<typeof Kept> | undefined => {
  try {
    return Kept.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const isOld = (kept: z.infer<typeof Kept>, now: number): boolean => now - Date.parse(kept.at) > KEPT_FOR;

/** Of every person and campaign, also of those that nobody opens again. */
export const removeOld = (shelf: Shelf, now: number): void => {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
  for (const key of keys.filter((name) => name.startsWith(PREFIX))) {
    const kept = parsedOf(shelf.getItem(key) ?? '');
    if (!kept || isOld(kept, now)) shelf.removeItem(key);
  }
};

/**
 * What was kept, over what is stored. A field that this version of the console does not know, or knows otherwise, stays
 * as it is stored; what cannot be read or is too old is removed.
 */
export const readKept = (shelf: Shelf, key: string, stored: Draft, now: number): KeptDraft | undefined => {
  const text = shelf.getItem(key);
  const kept = text === null ? undefined : parsedOf(text);
  if (!kept || isOld(kept, now)) {
    shelf.removeItem(key);
    return undefined;
  }
  const base: Record<string, unknown> = stored;
  const fields = Object.entries(kept.fields).filter(([name, value]) => name in base && isKind(value, base[name]));
  const draft = { ...stored, ...Object.fromEntries(fields), template: kept.template ?? stored.template };
  return { at: kept.at, version: kept.version, draft };
};

/**
 * Keeps what one window writes. Another window of the same person and campaign has the same place on the shelf: what it
 * keeps there is replaced by what is written later only, and removed by nobody else.
 * @param broughtBack what this window found there and goes on with
 */
export const draftKeeper = (shelf: Shelf, key: string, broughtBack?: KeptDraft) => {
  let mine = shelf.getItem(key);
  let last = broughtBack && JSON.stringify(bodyOf(broughtBack));
  return {
    /** False: the browser has no room for it. */
    keep: (now: KeptDraft): boolean => {
      const body = JSON.stringify(bodyOf(now));
      if (body === last && shelf.getItem(key) !== null) return true;
      if (!keepDraft(shelf, key, now)) return false;
      mine = shelf.getItem(key);
      last = body;
      return true;
    },
    remove: (): void => {
      if (mine !== null && shelf.getItem(key) === mine) shelf.removeItem(key);
      mine = null;
      last = undefined;
    },
  };
};
