import { sendingBounds, type Bounds } from '../../domain/content/liquid.ts';
import { compileContent, type CompiledMail } from '../../domain/content/render.ts';
import { assemble } from '../../domain/content/skeleton.ts';
import type { MessageLink } from '../../domain/content/message-links.ts';
import type { Recipient, SplitContent } from '../../domain/model/manifest.ts';
import { SAMPLE_TOKEN, unsubscribePath } from '../../domain/model/unsubscribe-token.ts';
import { viewPath } from '../../domain/model/view-token.ts';

export type RenderedMail = { subject: string; html: string; text: string };

/**
 * What SES makes of a mail, but for what it does with links.
 * @throws LiquidError when it cannot be put together from the data
 */
export const filledMail = ({ content, render }: CompiledMail, data: Recipient['data']): RenderedMail => {
  const values = render(data);
  return {
    subject: assemble(content.subject.skeleton, values),
    html: assemble(content.html.skeleton, values),
    text: assemble(content.text.skeleton, values),
  };
};

/** Of what is only looked at: who follows one changes nothing, and sees nobody's mail. */
const linksOfNobody = (consoleUrl: string): Record<MessageLink, string> => ({
  unsubscribe_url: `${consoleUrl}${unsubscribePath}${SAMPLE_TOKEN}`,
  view_in_browser_url: `${consoleUrl}${viewPath}${SAMPLE_TOKEN}`,
});

/**
 * A mail as a recipient of this data gets it, to be looked at: its links to unsubscribe and to view it are nobody's.
 * @throws LiquidError when it cannot be put together from the data, or not within the bounds
 */
export const renderedMail = (
  { subject, html, text }: SplitContent,
  data: Recipient['data'],
  consoleUrl: string,
  bounds: Bounds = sendingBounds,
): RenderedMail => {
  const content = { subject, html, text };
  return filledMail({ content, render: compileContent(content, bounds) }, { ...data, ...linksOfNobody(consoleUrl) });
};
