import { Parser } from 'htmlparser2';
import type { Markup } from '../../domain/prepare/markup.ts';
import { linkAddresses } from './link-addresses.ts';

/** Links and images of an HTML mail in their order. The label of a link is its text and the description of its images. */
export const readMarkup = (html: string): Markup => {
  const addresses = linkAddresses(html).map(({ value }) => value.trim());
  const markup: Markup = { links: [], images: [], addresses };
  let open: Markup['links'][number] | undefined;
  const parser = new Parser({
    onopentag: (name, { href, src = '', alt }) => {
      if (name === 'a' && href !== undefined) {
        open = { href: href.trim(), label: '' };
        markup.links.push(open);
      }
      if (name !== 'img') return;
      markup.images.push({ src, alt });
      if (open) open.label += alt ?? '';
    },
    ontext: (text) => {
      if (open) open.label += text;
    },
    onclosetag: (name) => {
      if (name === 'a') open = undefined;
    },
  });
  parser.end(html);
  return markup;
};
