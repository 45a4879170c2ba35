import { fontStacks } from '../../../../domain/model/brand.ts';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import type { Language } from '../../shell/languages.ts';
import { textAsHtml } from '../blocks/written.ts';
import { darkness, lightened, tinted } from '../brand/shades.ts';
import type { Accent } from './template.ts';

/** Colours of a mail as mail programs show it in light; `soft`: a ground with a little of the first colour in it. */
type Tones = Record<
  'primary' | 'onPrimary' | 'text' | 'quiet' | 'link' | 'page' | 'card' | 'soft' | 'line' | 'softDark' | 'linkDark',
  string
>;

/** How a mail of a template looks, and who sends it, as HTML. */
export type Look = Tones & {
  language: Language;
  font: string;
  sender: string;
  imprint: readonly string[];
  logo: MailBrand['logo'];
};

/** Who sends, until the author writes who that is. */
const samples: Record<Language, { sender: string; imprint: readonly string[] }> = {
  en: {
    sender: 'Sample Ltd.',
    imprint: ['1 Sample Street, London W1A 1AA', 'Company no. 01234567, registered in England and Wales'],
  },
  de: {
    sender: 'Muster GmbH',
    imprint: ['Musterstraße 1, 12345 Musterstadt', 'Geschäftsführung: Mara Muster, HRB 12345, Amtsgericht Musterstadt'],
  },
};

const tonesOf = ({ light, dark, soft, softDark }: Accent): Tones => ({
  primary: light,
  onPrimary: '#ffffff',
  text: '#16211f',
  quiet: '#414e4b',
  link: light,
  page: '#f4f6f2',
  card: '#ffffff',
  soft,
  line: '#dbe0d8',
  softDark,
  linkDark: dark,
});

const tonesIn = ({ primary, onPrimary, text, link, background: page, card }: MailBrand['colours']): Tones => {
  const softDark = tinted(darkness.card, primary, [darkness.text, darkness.quiet]);
  return {
    primary,
    onPrimary,
    text,
    link,
    page,
    card,
    softDark,
    quiet: text,
    soft: tinted(card, primary, [text, link]),
    line: tinted(card, text, []),
    linkDark: lightened(link, [darkness.page, darkness.card, softDark]),
  };
};

/** That of the brand; without one, in the colour of the template. */
export const lookOf = (language: Language, accent: Accent, brand: MailBrand | undefined): Look => {
  const sample = samples[language];
  const { sender = '', imprint = '', colours, font = 'helvetica', logo = null } = brand ?? {};
  return {
    ...(colours ? tonesIn(colours) : tonesOf(accent)),
    language,
    font: fontStacks[font],
    sender: textAsHtml(sender || sample.sender),
    imprint: imprint === '' ? sample.imprint : imprint.split('\n').map(textAsHtml),
    logo,
  };
};
