import type { MailDifference } from '../../domain/confirm/api.ts';
import { compareTexts, compareWords } from '../../domain/confirm/compared-text.ts';
import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import { personalVariables } from '../../domain/content/variables.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { frozenContent } from '../../domain/model/frozen.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import {
  loadSource,
  profileIn,
  readerOf,
  renderedFor,
  type FrozenMailPorts,
  type FrozenSource,
  type Reader,
} from '../content/frozen-mail.ts';
import { shownWords, withMarks } from '../content/shown-words.ts';
import { earlierOf, wasConfirmed } from './compare-run.ts';

export type CompareMailPorts = FrozenMailPorts & { campaigns: Pick<Campaigns, 'get'>; runs: Runs };

type Mail = ReturnType<typeof renderedFor>;
type Before = { mail?: Mail; before: MailDifference['before'] };

/** That there is nothing to show of an earlier run is no mistake of whoever asks. */
const unlessMissing = async <T>(what: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await what();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
};

/** Somebody whom the earlier run did not reach, as it would have: what it did not freeze of them is empty. */
const asIfThen = ({ manifest }: FrozenSource, reader: Reader): Reader => {
  const isKnown = manifest.variants.some(({ id }) => id === reader.variant);
  const variant = isKnown ? reader.variant : undefined;
  const names = personalVariables(frozenContent(manifest, variant));
  const data = Object.fromEntries(names.map((name) => [name, reader.data[name] ?? '']));
  return { ...reader, variant, data };
};

const mailBefore = async (ports: CompareMailPorts, runId: string, reader: Reader): Promise<Before> => {
  const source = await unlessMissing(async () => loadSource(ports, runId));
  if (!source) return { before: 'none' };
  const then = await unlessMissing(async () => profileIn(ports, source, reader.profileId));
  const whose = then ?? asIfThen(source, reader);
  const mail = await unlessMissing(async () => renderedFor(source, whose, ports.consoleUrl));
  return mail ? { mail, before: then ? 'frozen' : 'anew' } : { before: 'none' };
};

/** What differs is marked in both; of two that have too little in common, nothing is. */
const comparedHtml = (was: string, is: string): Pick<MailDifference, 'html' | 'isWhollyNew'> => {
  const compared = compareWords(shownWords(was), shownWords(is), (one, other) => one.says === other.says);
  if (!compared) return { html: { is, was }, isWhollyNew: true };
  const only = (kind: 'added' | 'removed') => compared.flatMap((piece) => (piece.kind === kind ? piece.words : []));
  return {
    html: { is: withMarks(is, only('added'), 'ins'), was: withMarks(was, only('removed'), 'del') },
    isWhollyNew: false,
  };
};

const nothingBefore = ({ subject, text, html }: Mail): Omit<MailDifference, 'label' | 'to'> => ({
  before: 'none',
  subject: [{ kind: 'same', text: subject }],
  text: [{ kind: 'same', text }],
  html: { is: html, was: '' },
  isWhollyNew: false,
});

/** GET /runs/{id}/mail-difference: reads two manifests, a chunk of each and one directory, whatever the audience is. */
export const compareMail =
  (ports: CompareMailPorts): HttpHandler<typeof confirmRoutes.compareMail> =>
  async ({ params, query }) => {
    const source = await loadSource(ports, params.id);
    const reader = found(await readerOf(ports, source, query.message), 'profile');
    const mail = renderedFor(source, reader, ports.consoleUrl);
    const earlier = await earlierOf(ports, found(await ports.runs.get(params.id), 'run'));
    const { mail: was, before } = earlier ? await mailBefore(ports, earlier.id, reader) : { before: 'none' as const };
    const to = earlier && { runId: earlier.id, createdAt: earlier.createdAt, wasConfirmed: wasConfirmed(earlier) };
    if (!was) return { label: reader.address, to: to ?? null, ...nothingBefore(mail) };
    return {
      label: reader.address,
      to: to ?? null,
      before,
      subject: compareTexts(was.subject, mail.subject),
      text: compareTexts(was.text, mail.text),
      ...comparedHtml(was.html, mail.html),
    };
  };
