import * as z from 'zod';

/** What is shown of a frozen mail, put together for somebody. */
export const FrozenMailShown = {
  from: z.string(),
  /** Planned start, UTC; null: as soon as it is confirmed. */
  sendAt: z.string().nullable(),
  subject: z.string(),
  /** What inboxes show beside the subject: the first text of the HTML, which is the preheader if there is one. */
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
};
