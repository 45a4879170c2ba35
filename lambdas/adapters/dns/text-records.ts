import { Resolver } from 'node:dns/promises';
import * as z from 'zod';
import type { SenderDomain } from '../../../domain/prepare/ports/sender-domain.ts';

/** A preparation does not wait for somebody else's name server. */
const PATIENCE_MS = 2000;

/** The name, or records of this kind, do not exist: that is an answer. */
const isAnswer = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA');

const fromDns = (): SenderDomain['texts'] => {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 });
  return async (name) => {
    try {
      // A record that is longer than 255 bytes comes in pieces.
      return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
    } catch (error) {
      return isAnswer(error) ? [] : undefined;
    }
  };
};

const Texts = z.object({ texts: z.array(z.string()) });

const fromUrl =
  (url: string): SenderDomain['texts'] =>
  async (name) => {
    try {
      const answer = await fetch(`${url}?name=${encodeURIComponent(name)}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return Texts.parse(await answer.json()).texts;
    } catch {
      return undefined;
    }
  };

/** TXT records from the DNS, or from what answers in its place at `url`. */
export const textsFrom = (url: string): SenderDomain['texts'] => (url === '' ? fromDns() : fromUrl(url));
