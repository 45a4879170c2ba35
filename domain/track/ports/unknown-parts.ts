import type { Readable } from '../../http/page.ts';

/** Something that SES said and that nobody knew when this was written: a field, or a value of a field that is known. */
export type UnknownPart = {
  eventType: string;
  /** Path in the event, such as `click.linkTitle`. */
  place: string;
  /** Null: the field itself is new; what stood in it is not kept, since it may be anything. */
  value: string | null;
};

/** `seen`: how often SES said it, repeats of an event included. */
export type CountedPart = UnknownPart & { seen: number; firstAt: string; lastAt: string };

/** What SES says and we do not know yet, kept for 90 days after the last time. */
export type UnknownParts = {
  /** Adds to how often it was seen before. `at`: now (ISO UTC), of which the 90 days count. */
  count(part: UnknownPart, seen: number, at: string): Promise<void>;
  /** By event type and place. */
  list(): Promise<Readable<CountedPart>>;
};
