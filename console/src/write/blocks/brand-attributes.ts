import { fontStacks } from '../../../../domain/model/brand.ts';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import { elementsOf, type Element } from './elements.ts';
import { quoted } from './written.ts';

type Branded = 'mj-text' | 'mj-button';

/** Attributes of a new element, each with a blank before it. */
export type Attributes = (name: Branded) => string;

const within = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((element) => element.name === name).flatMap(({ children }) => children);

/** What the head of a mail says of every element of a kind. */
const usualIn = (source: string): ((name: Branded, attribute: string) => string | undefined) => {
  const usual = within(within(within(elementsOf(source), 'mjml'), 'mj-head'), 'mj-attributes');
  return (name, attribute) =>
    [...usual.filter((element) => element.name === 'mj-all'), ...usual.filter((element) => element.name === name)]
      .flatMap(({ attributes }) => attributes)
      .findLast((known) => known.name === attribute)?.value;
};

/** The look of the brand, as far as the head of the mail does not say the same; without a brand nothing. */
export const brandAttributes = (source: string, brand: MailBrand | undefined): Attributes => {
  if (!brand) return () => '';
  const { colours, font } = brand;
  const wanted: Record<Branded, [string, string][]> = {
    'mj-text': [['color', colours.text]],
    'mj-button': [
      ['background-color', colours.primary],
      ['color', colours.onPrimary],
    ],
  };
  const usual = usualIn(source);
  return (name) =>
    [['font-family', fontStacks[font]] as [string, string], ...wanted[name]]
      .filter(([attribute, value]) => usual(name, attribute)?.toLowerCase() !== value.toLowerCase())
      .map(([attribute, value]) => ` ${attribute}=${quoted(value, '"')}`)
      .join('');
};
