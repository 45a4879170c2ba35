import { quoted } from '../blocks/written.ts';
import { MAIL_WIDTH } from './mail-size.ts';

/** A picture that somebody chose for a mail; `width` in its own pixels, `alt` as people mean it. */
export type Chosen = { url: string; width: number; alt: string };

/** Undefined: as wide as its column. */
export const widthInMail = ({ width }: Chosen): string | undefined => (width < MAIL_WIDTH ? `${width}px` : undefined);

/** The element that shows it. */
export const pictureCode = (format: 'mjml' | 'html', chosen: Chosen): string => {
  const said = `src=${quoted(chosen.url, '"')} alt=${quoted(chosen.alt, '"')}`;
  if (format === 'html')
    return `<img ${said} width="${Math.min(MAIL_WIDTH, chosen.width)}" style="max-width: 100%; height: auto" />`;
  const width = widthInMail(chosen);
  return `<mj-image ${said}${width === undefined ? '' : ` width="${width}"`} />`;
};
