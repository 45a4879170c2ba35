import type { TFunction } from 'i18next';
import * as z from 'zod';
import { actions } from '../../../domain/people/authorisation.ts';
import { Role } from '../../../domain/people/people.ts';
import type { ProblemCause } from '../../../domain/http/problem-cause.ts';
import { Rejection } from '../../../domain/model/profile-import.ts';
import { Decision, runStates } from '../../../domain/model/run.ts';
import { seriesStates } from '../../../domain/model/series-life.ts';
import type { Format } from './format-in.ts';

const Instant = z.iso.datetime();

/** A column of a file, and what stands in it how often. */
const SeenColumn = z.object({
  column: z.string(),
  seen: z.array(z.object({ word: z.string(), count: z.number() })),
});

/** The values that the sentences need; other members of a refusal are for programs. */
const Facts = z
  .object({
    by: z.string(),
    name: z.string(),
    runId: z.string(),
    names: z.array(z.string()),
    missing: z.array(z.string()),
    at: Instant,
    until: Instant,
    sendAt: Instant,
    claimed: z.number(),
    messages: z.number(),
    bytes: z.number(),
    limit: z.number(),
    unknown: z.number(),
    cap: z.number(),
    left: z.number(),
    sent: z.number(),
    positions: z.array(z.number()),
    rows: z.number(),
    written: z.number(),
    writes: z.number(),
    maxWrites: z.number(),
    maxBytes: z.number(),
    width: z.number(),
    maxWidth: z.number(),
    known: z.number(),
    changed: z.number(),
    lines: z.array(z.number()),
    columns: z.array(SeenColumn),
    state: z.enum(runStates),
    seriesState: z.enum(seriesStates),
    whoMay: Role,
    action: z.enum(actions),
    decision: Decision.shape.decision,
    rejection: Rejection.shape.code,
    most: z.number(),
    usedBy: z.number(),
    into: z.string(),
    topic: z.string(),
  })
  .partial();
type Facts = z.infer<typeof Facts>;

type Shown = Record<Exclude<keyof Facts, 'rejection' | 'most'> | 'why', string | undefined>;

/** The words and the formats of one language. */
export type Wording = {
  t: TFunction;
  /** Are there words of this key? */ exists: (key: string) => boolean;
  format: Format;
};

const putIn = <T>(value: T | undefined, show: (value: T) => string): string | undefined =>
  value === undefined ? undefined : show(value);

/** `Opt-in: 2 × “no”, 1 × “yes”` */
const columnText = ({ column, seen }: z.infer<typeof SeenColumn>, { number }: Format): string =>
  `${column}: ${seen.map(({ word, count }) => `${number(count)} × “${word}”`).join(', ')}`;

/** Why a profile was not written, in the words of an import's report. */
const whyOf = ({ rejection, name = '–', bytes, most }: Facts, { t, format }: Pick<Wording, 't' | 'format'>) =>
  putIn(rejection, (code) =>
    t(`prepare.import.cause.${code}`, {
      columns: '–',
      header: '–',
      date: '–',
      name,
      bytes: putIn(bytes, format.number) ?? '–',
      most: putIn(most, format.number) ?? '–',
    }),
  );

const numbersOf = (facts: Facts, { number }: Format) => ({
  claimed: putIn(facts.claimed, number),
  messages: putIn(facts.messages, number),
  bytes: putIn(facts.bytes, number),
  limit: putIn(facts.limit, number),
  unknown: putIn(facts.unknown, number),
  cap: putIn(facts.cap, number),
  left: putIn(facts.left, number),
  sent: putIn(facts.sent, number),
  rows: putIn(facts.rows, number),
  written: putIn(facts.written, number),
  writes: putIn(facts.writes, number),
  maxWrites: putIn(facts.maxWrites, number),
  maxBytes: putIn(facts.maxBytes, number),
  width: putIn(facts.width, number),
  maxWidth: putIn(facts.maxWidth, number),
  known: putIn(facts.known, number),
  changed: putIn(facts.changed, number),
  usedBy: putIn(facts.usedBy, number),
});

const shownOf = (facts: Facts, { t, format }: Pick<Wording, 't' | 'format'>): Shown => {
  const time = (iso: string) => format.dateTime(iso);
  return {
    ...numbersOf(facts, format),
    by: facts.by,
    name: facts.name,
    runId: facts.runId,
    into: facts.into,
    topic: facts.topic,
    names: putIn(facts.names, format.anyOf),
    missing: putIn(facts.missing, ({ length }) => format.number(length)),
    at: putIn(facts.at, time),
    until: putIn(facts.until, time),
    sendAt: putIn(facts.sendAt, time),
    positions: putIn(facts.positions, (positions) => format.allOf(positions.map(format.number))),
    lines: putIn(facts.lines, (lines) => format.allOf(lines.map(format.number))),
    columns: putIn(facts.columns, (columns) => columns.map((column) => columnText(column, format)).join('; ')),
    state: putIn(facts.state, (state) => t(`shell.state.${state}`)),
    seriesState: putIn(facts.seriesState, (state) => t(`prepare.series.state.${state}`)),
    whoMay: putIn(facts.whoMay, (role) => t(`shell.role.${role}`)),
    action: putIn(facts.action, (action) => t(`shell.action.${action}`)),
    decision: putIn(facts.decision, (decision) => t(`confirm.fate.what.${decision}`)),
    why: whyOf(facts, { t, format }),
  };
};

const isCause = (cause: string, { exists }: Wording): cause is ProblemCause => exists(`shell.cause.${cause}`);

type Refusal = { cause: string | undefined; facts: Record<string, unknown> };

/** What is wrong and how to go on. Undefined for a cause that this console does not know, or whose values it cannot read. */
export const causeText = ({ cause, facts }: Refusal, wording: Wording): { what: string; wayOn: string } | undefined => {
  const { data } = Facts.safeParse(facts);
  if (cause === undefined || !isCause(cause, wording) || !data) return undefined;
  const shown = shownOf(data, wording);
  return { what: wording.t(`shell.cause.${cause}`, shown), wayOn: wording.t(`shell.wayOn.${cause}`, shown) };
};
