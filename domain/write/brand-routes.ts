import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { AuditRecord } from '../model/audit-chain.ts';
import { Brand, brandColours, BrandInput, BrandState } from '../model/brand.ts';

const ColourName = z.enum(brandColours);

const BrandShown = BrandInput.extend({
  logo: Brand.shape.logo.unwrap().extend({ url: z.url() }).nullable(),
}).meta({ id: 'Brand' });
/** What contents that are begun with it need of it. */
export type MailBrand = z.infer<typeof BrandShown>;

/**
 * GET /brand. `lowContrast`: texts of less than 4.5:1 on what they stand on (WCAG 2.2, 1.4.3).
 * `isUnreadable`: something is kept that nobody can read; it counts as none, and saving replaces it.
 */
export const BrandView = BrandState.extend({
  brand: BrandShown.nullable(),
  isUnreadable: z.boolean(),
  lowContrast: z.array(z.object({ text: ColourName, on: ColourName, ratio: z.number() })),
}).meta({ id: 'BrandView' });
export type BrandView = z.infer<typeof BrandView>;

/** PUT /brand: `version` is the one that was changed; another one in the store is a conflict. Null: there is none any more. */
export const BrandEdit = z.object({ version: z.int().min(0), brand: BrandInput.nullable() }).meta({ id: 'BrandEdit' });

/** How mails of this stage look that somebody begins. */
export const brandRoutes = {
  getBrand: {
    operation: 'getBrand',
    method: 'GET',
    path: '/brand',
    summary: 'The brand of this stage: colours, font, logo and imprint, with which new contents begin',
    may: 'look',
    answers: { status: 200, schema: BrandView },
  },
  putBrand: {
    operation: 'putBrand',
    method: 'PUT',
    path: '/brand',
    summary: 'Set the brand, or take it away; contents that were begun stay as they are',
    may: 'manageBrand',
    body: BrandEdit,
    answers: { status: 200, schema: BrandView },
  },
  getBrandAudit: {
    operation: 'getBrandAudit',
    method: 'GET',
    path: '/brand/audit',
    summary: 'Who changed the brand, as a hash chain, oldest first',
    may: 'manageBrand',
    answers: { status: 200, lines: AuditRecord },
  },
} as const satisfies Record<string, Route>;
