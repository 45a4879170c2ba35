import { judgeBounce } from '../model/bounce.ts';
import { classify } from '../model/classify.ts';
import { meaningOf } from '../model/meaning.ts';
import type { TrackingLine } from '../model/message.ts';
import type { Happening } from './api.ts';

const judgement = (line: TrackingLine, lines: readonly TrackingLine[]): Pick<Happening, 'actorClass' | 'rule'> => {
  if (line.kind === 'open' || line.kind === 'click') return classify(line, lines);
  return { actorClass: null, rule: meaningOf(line) === 'bounce' ? judgeBounce(line).reason : null };
};

/** A line as it is shown: with who did it, or why it failed, by the rules of today. */
export const judged = (line: TrackingLine, lines: readonly TrackingLine[]): Happening => {
  const { at, link = null, label = null, status = null } = line;
  return { kind: meaningOf(line), at, link, label, status, ...judgement(line, lines) };
};
