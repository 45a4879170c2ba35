import { LiquidError } from 'liquidjs';
import type { MailContent } from '../../domain/model/campaign.ts';
import { hintFor } from './liquid-hints.ts';

/** What a library complains of, without what it quotes below. */
export const oneLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown cause';

export const parts = ['subject', 'preheader', 'source', 'text'] as const;
type Part = (typeof parts)[number];

/** Where in a content something is wrong; lines count from 1. */
export type Place = { part: Part; line: number };

/** Why there is no mail, in one line, and where that is, if it is known. */
export type Fault = { problem: string; at?: Place };

export const sourceOf = (content: MailContent, part: Part): string =>
  part === 'source' ? (content.mjml ?? content.html ?? '') : content[part];

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/**
 * Of code that is read from a part as it was written; what is rendered is read from pieces of it, which are looked for.
 * The first that is written so is meant.
 */
const placeOf = (error: unknown, content: MailContent): Place | undefined => {
  if (!LiquidError.is(error)) return undefined;
  const { input, begin } = error.token;
  const code = error.token.getText();
  for (const part of parts) {
    const source = sourceOf(content, part);
    const index = source === input ? begin : source.indexOf(code);
    if (code !== '' && index !== -1) return { part, line: lineAt(source, index) };
  }
  return undefined;
};

/** What Liquid complains of, and what to write instead. */
const problemOf = (error: unknown): string => {
  const hint = LiquidError.is(error) ? hintFor(error.token.input, error.token.begin) : undefined;
  return hint === undefined ? oneLine(error) : `${oneLine(error)}: ${hint}`;
};

export const faultOf = (error: unknown, content: MailContent): Fault => {
  const at = placeOf(error, content);
  return { problem: problemOf(error), ...(at && { at }) };
};
