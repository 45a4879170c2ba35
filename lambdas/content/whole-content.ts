import { SnippetFault, withSnippets, type SnippetTexts, type WithSnippets } from '../../domain/content/snippets.ts';
import type { MailContent } from '../../domain/model/campaign.ts';
import { oneLine, type Fault, type Place } from './fault.ts';

type Part = Place['part'];
/** A content with its snippets, and faults of it on the lines of the content as it was written. */
export type WholeContent = { content: MailContent; asWritten: (fault: Fault) => Fault };

/** The content with what it asks for in its places, or what is wrong with that. */
export const wholeContent = (source: MailContent, snippets: SnippetTexts): WholeContent | Fault => {
  const { subject, preheader, mjml, html, text } = source;
  const taken = new Map<Part, WithSnippets>();
  const written: [Part, string, boolean][] = [
    ['subject', subject, false],
    ['preheader', preheader, false],
    ['source', mjml ?? html ?? '', mjml !== undefined],
    ['text', text, false],
  ];
  for (const [part, one, isMjml] of written) {
    try {
      taken.set(part, withSnippets(one, snippets, isMjml));
    } catch (error) {
      if (error instanceof SnippetFault) return { problem: oneLine(error), at: { part, line: error.line } };
      throw error;
    }
  }
  const of = (part: Part): string => taken.get(part)?.text ?? '';
  const whole = mjml === undefined ? { html: of('source') } : { mjml: of('source') };
  return {
    content: { ...source, subject: of('subject'), preheader: of('preheader'), text: of('text'), ...whole },
    asWritten: ({ problem, at }) => ({
      problem,
      ...(at && { at: { part: at.part, line: taken.get(at.part)?.lineOf(at.line) ?? at.line } }),
    }),
  };
};
