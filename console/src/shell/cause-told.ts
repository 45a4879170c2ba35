import type { TFunction } from 'i18next';
import * as z from 'zod';
import { actions } from '../../../domain/authorisation.ts';
import { Role } from '../../../domain/people.ts';
import type { ProblemCause } from '../../../domain/problem-cause.ts';
import { Decision, runStates } from '../../../domain/run.ts';
import type { Format } from './format-in.ts';
import { causeWords } from './words-cause.ts';

const Instant = z.iso.datetime();

/** The values that the sentences need; other members of a refusal are for programs. */
const Facts = z
  .object({
    by: z.string(),
    name: z.string(),
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
    state: z.enum(runStates),
    whoMay: Role,
    action: z.enum(actions),
    decision: Decision.shape.decision,
  })
  .partial();
type Facts = z.infer<typeof Facts>;

type Shown = Record<keyof Facts, string | undefined>;

/** How a reader is told: the words and the formats of one language. */
export type Telling = { t: TFunction; format: Format };

const putIn = <T>(value: T | undefined, tell: (value: T) => string): string | undefined =>
  value === undefined ? undefined : tell(value);

const shownOf = (facts: Facts, { t, format }: Telling): Shown => {
  const time = (iso: string) => format.dateTime(iso);
  return {
    by: facts.by,
    name: facts.name,
    names: putIn(facts.names, format.anyOf),
    missing: putIn(facts.missing, ({ length }) => format.number(length)),
    at: putIn(facts.at, time),
    until: putIn(facts.until, time),
    sendAt: putIn(facts.sendAt, time),
    claimed: putIn(facts.claimed, format.number),
    messages: putIn(facts.messages, format.number),
    bytes: putIn(facts.bytes, format.number),
    limit: putIn(facts.limit, format.number),
    unknown: putIn(facts.unknown, format.number),
    state: putIn(facts.state, (state) => t(`shell.state.${state}`)),
    whoMay: putIn(facts.whoMay, (role) => t(`shell.role.${role}`)),
    action: putIn(facts.action, (action) => t(`shell.action.${action}`)),
    decision: putIn(facts.decision, (decision) => t(`confirm.fate.what.${decision}`)),
  };
};

const isCause = (cause: string): cause is ProblemCause => `shell.cause.${cause}` in causeWords.en;

type Refusal = { cause: string | undefined; facts: Record<string, unknown> };

/** What is wrong and how to go on. Undefined for a cause that this console does not know, or whose values it cannot read. */
export const causeTold = ({ cause, facts }: Refusal, telling: Telling): { what: string; wayOn: string } | undefined => {
  const { data } = Facts.safeParse(facts);
  if (cause === undefined || !isCause(cause) || !data) return undefined;
  const shown = shownOf(data, telling);
  return { what: telling.t(`shell.cause.${cause}`, shown), wayOn: telling.t(`shell.wayOn.${cause}`, shown) };
};
