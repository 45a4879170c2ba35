import { announcement } from './announcement.ts';
import { comingBack } from './coming-back.ts';
import { invitation } from './invitation.ts';
import { letter } from './letter.ts';
import { newsletter } from './newsletter.ts';
import { notice } from './notice.ts';
import { products } from './products.ts';
import { survey } from './survey.ts';

/** Our own, in the order in which they are shown. */
export const templates = [newsletter, announcement, invitation, products, letter, survey, comingBack, notice] as const;
export type OwnTemplate = (typeof templates)[number];
