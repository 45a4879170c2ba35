import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import type { Language } from '../../shell/languages.ts';

/** The source of a mail in the look of a brand; without one it has a colour of its own. */
export type MailIn = (brand?: MailBrand) => string;

/** What a campaign begins with; its text is made of its HTML. */
export type Written = { subject: string; preheader: string; mjml: MailIn };

/** Raise the version when what it says or how it looks changes: campaigns remember which one they took. */
export type Template<Name extends string = string> = {
  name: Name;
  version: number;
  in: Record<Language, Written>;
};

/** One colour of its own, as mail programs show it in light, and for links in dark. */
export type Accent = { light: string; dark: string; soft: string; softDark: string };

/** Each has 4.5:1 with white, with its soft tone and with the page, as the dark one has on dark pages. */
export const accents = {
  petrol: { light: '#0b5a56', dark: '#84d2c8', soft: '#e0eeeb', softDark: '#15302d' },
  indigo: { light: '#443fa0', dark: '#b9b9f8', soft: '#ebebfb', softDark: '#24244a' },
  plum: { light: '#7c326f', dark: '#e8addd', soft: '#f7e7f3', softDark: '#371f33' },
  green: { light: '#1d6233', dark: '#8fd4a1', soft: '#e2f2e5', softDark: '#142f1c' },
  blue: { light: '#0a5590', dark: '#8ec8f5', soft: '#e0effa', softDark: '#11293c' },
  brown: { light: '#7a4a00', dark: '#f0c069', soft: '#fcefd4', softDark: '#33270f' },
  slate: { light: '#44546a', dark: '#b3c2d8', soft: '#e8ecf2', softDark: '#1d2632' },
} as const satisfies Record<string, Accent>;
