import type { ConfirmationLink } from '../confirmation-link.ts';

/** Mailed links: `create` answers the 256-bit id, which is nowhere kept in the clear. */
export type Links = {
  create(link: ConfirmationLink): Promise<string>;
  get(linkId: string): Promise<ConfirmationLink | undefined>;
};
