import { sendingBounds, type Bounds } from '../../domain/content/liquid.ts';
import { compileContent } from '../../domain/content/render.ts';
import { assemble } from '../../domain/content/skeleton.ts';
import type { Recipient, SplitContent } from '../../domain/model/manifest.ts';
import { unsubscribePath } from '../../domain/model/unsubscribe-token.ts';

type Rendered = { subject: string; html: string; text: string };

/**
 * A mail as a recipient of this data gets it, to be looked at: its unsubscribe link is nobody's.
 * @throws LiquidError when it cannot be put together from the data, or not within the bounds
 */
export const renderedMail = (
  { subject, html, text }: SplitContent,
  data: Recipient['data'],
  consoleUrl: string,
  bounds: Bounds = sendingBounds,
): Rendered => {
  const render = compileContent({ subject, html, text }, bounds);
  const values = render({ ...data, unsubscribe_url: `${consoleUrl}${unsubscribePath}preview` });
  return {
    subject: assemble(subject.skeleton, values),
    html: assemble(html.skeleton, values),
    text: assemble(text.skeleton, values),
  };
};
