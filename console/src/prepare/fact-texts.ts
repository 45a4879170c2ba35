import { useLingui } from '@lingui/react';
import type { Check } from '../../../domain/model/preparation.ts';
import { useFormat } from '../shell/format.ts';
import { isWordKey } from '../shell/i18n.ts';
import { useCalendarNames } from '../shell/use-calendar-names.ts';

export type Fact = Check['facts'][string] | undefined;

export const listed = (fact: Fact): string[] => [fact ?? []].flat().map(String);

/** Parts of a mail by their names in the console. */
const usePartNames = (): ((fact: Fact) => string) => {
  const { _: t } = useLingui();
  const { allOf } = useFormat();
  const nameOf = (part: string): string => {
    const key = `prepare.part.${part}`;
    return isWordKey(key) ? t(key) : part;
  };
  return (fact) => allOf(listed(fact).map(nameOf)) || '–';
};

/** Facts that are shown in another form than they are stored in. */
export const useFactTexts = (): ((
  facts: Check['facts'],
) => Record<
  'names' | 'days' | 'hours' | 'at' | 'first' | 'last' | 'ends' | 'until' | 'duration' | 'share',
  string
>) => {
  const { _: t } = useLingui();
  const { duration, dateTime, allOf, percent } = useFormat();
  const { weekdays } = useCalendarNames();
  const partsIn = usePartNames();
  const rulesIn = (off: Fact): string[] =>
    listed(off).flatMap((name) => {
      const key = `prepare.cause.${name}`;
      return isWordKey(key) ? [t(key)] : [];
    });
  const moment = (fact: Fact, zone: Fact): string =>
    typeof fact === 'string' ? dateTime(fact, typeof zone === 'string' ? zone : undefined) : '–';
  /** Few messages are out within the minute in which they begin. */
  const hoursOf = ({ starts: begin, ends: end, zone }: Check['facts']): string => {
    const [starts, ends] = [moment(begin, zone), moment(end, zone)];
    return starts === ends ? starts : t('prepare.check.sendWindow.hours', { starts, ends });
  };
  /** The first list that names something. */
  const namesIn = ({ unknown, places, missing, present, off }: Check['facts']): string => {
    const named = [unknown, places, missing, present].map(listed).find((names) => names.length > 0);
    return allOf(named ?? rulesIn(off)) || '–';
  };
  return (facts) => ({
    names: namesIn(facts),
    days: allOf(listed(facts['days']).map((day) => weekdays[Number(day) - 1] ?? day)),
    hours: hoursOf(facts),
    at: moment(facts['at'], undefined),
    ends: moment(facts['ends'], facts['zone']),
    until: moment(facts['until'], facts['zone']),
    first: moment(facts['starts'], facts['zone']),
    last: moment(facts['last'], facts['zone']),
    part: partsIn(facts['part']),
    parts: partsIn(facts['missing']),
    share: percent(Number(facts['share'] ?? 0) * 100),
    duration: duration((typeof facts['seconds'] === 'number' ? facts['seconds'] : 0) * 1000),
  });
};
