import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import { quoted } from '../blocks/written.ts';

/** What a logo has room for at the top of a mail, in pixels. */
const [MOST_WIDTH, MOST_HEIGHT] = [200, 80];

/** The element that shows it, no larger than it is; `more`: other attributes. */
export const logoCode = ({ url, alt, width, height }: NonNullable<MailBrand['logo']>, more = ''): string => {
  const scale = Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height);
  const shown = Math.max(1, Math.round(width * scale));
  return `<mj-image src=${quoted(url, '"')} alt=${quoted(alt, '"')} width="${shown}px" align="left"${more} />`;
};
