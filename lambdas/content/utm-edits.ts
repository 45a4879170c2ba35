import { htmlEngine } from '../../domain/content/render.ts';
import { utmCode, withUtm } from '../../domain/content/utm.ts';
import type { Utm } from '../../domain/model/link-rules.ts';
import type { LinkAddress } from './link-addresses.ts';

/** What stands in a text from here to there is replaced. */
export type Edit = { from: number; to: number; put: string };

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** It may be that of a page, once its values are put in. */
const mayBeOfPage = (written: string): boolean => /^\s*(?:https?:|\{[{%])/i.test(written);

/** Half of a condition that goes on elsewhere is none by itself. */
const isWhole = (written: string): boolean => {
  if (!written.includes('{%')) return true;
  try {
    htmlEngine.parse(written);
    return true;
  } catch {
    return false;
  }
};

/** The address of a link as it gets the parameters of a campaign. Undefined: it stays as it is. */
export const utmEdit = (
  { html, isRaw }: { html: string; isRaw: boolean },
  { from, to, value }: LinkAddress,
  utm: Utm,
): Edit | undefined => {
  const attribute = html.slice(from, to);
  const [begin = '', quote = ''] = /^href\s*=\s*(["']?)/i.exec(attribute) ?? [];
  const written = attribute.slice(begin.length, attribute.length - quote.length);
  const name = attribute.slice(0, 'href'.length);
  if (/\{[{%]/.test(written)) {
    if (isRaw || !mayBeOfPage(written) || !isWhole(written)) return undefined;
    return { from, to, put: `${name}=${quote || '"'}${utmCode(written, utm)}${quote || '"'}` };
  }
  const address = withUtm(value.trim(), utm);
  return address === value.trim() ? undefined : { from, to, put: `${name}="${escaped(address)}"` };
};
