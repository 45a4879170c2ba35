import { BrandInput, type BrandColour, type BrandFont } from '../../../../domain/model/brand.ts';
import type { BrandView, MailBrand } from '../../../../domain/write/brand-routes.ts';

/** The logo as it is shown while somebody chooses. */
export type DraftLogo = Pick<NonNullable<MailBrand['logo']>, 'id' | 'alt' | 'url' | 'width' | 'height' | 'type'>;

/** What is being written; `version`: of the brand that it changes. */
export type BrandDraft = {
  version: number;
  colours: Record<BrandColour, string>;
  font: BrandFont;
  logo: DraftLogo | null;
  sender: string;
  imprint: string;
};

/** To begin with; the same as what templates show without a brand. */
const initial = {
  colours: {
    primary: '#0b5a56',
    onPrimary: '#ffffff',
    text: '#16211f',
    link: '#0b5a56',
    background: '#f4f6f2',
    card: '#ffffff',
  },
  font: 'helvetica',
  logo: null,
  sender: '',
  imprint: '',
} as const;

export const draftOf = ({ version, brand }: BrandView): BrandDraft => ({ ...initial, ...brand, version });

type Read = { input: BrandInput } | { wrong: readonly string[] };

/** What may be saved, or names of the fields that are wrong, such as `colours.primary`. */
export const readBrand = ({ version: _version, logo, ...draft }: BrandDraft): Read => {
  const read = BrandInput.safeParse({ ...draft, logo: logo && { id: logo.id, alt: logo.alt } });
  return read.success ? { input: read.data } : { wrong: read.error.issues.map(({ path }) => path.join('.')) };
};

/** The brand as a mail would have it. Colours that are none yet are those of now. */
export const shownOf = (draft: BrandDraft, before: BrandDraft): MailBrand => {
  const wrong = readBrand(draft);
  const names = 'wrong' in wrong ? wrong.wrong : [];
  const colourOf = (name: BrandColour): string =>
    (names.includes(`colours.${name}`) ? before.colours[name] : draft.colours[name]).trim().toLowerCase();
  const { version: _version, ...rest } = draft;
  return {
    ...rest,
    colours: {
      primary: colourOf('primary'),
      onPrimary: colourOf('onPrimary'),
      text: colourOf('text'),
      link: colourOf('link'),
      background: colourOf('background'),
      card: colourOf('card'),
    },
  };
};
