import { useLingui } from '@lingui/react';
import { useId, useState, type ReactNode } from 'react';
import { AskReason } from '../shell/ask-reason.tsx';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useStartsText } from '../shell/use-starts-text.ts';
import { useSeriesAct, type SeriesAct as Act, type SeriesChange } from './use-series.ts';

const ends = ['now', 'date', 'starts'] as const;
type End = { when: (typeof ends)[number]; date: string; starts: string };

const changeOf = ({ when, date, starts }: End): SeriesChange => {
  if (when === 'date') return { date };
  return when === 'starts' ? { starts: Number(starts) } : {};
};

const isWhole = ({ when, date, starts }: End): boolean =>
  when === 'now' || (when === 'date' ? date !== '' : /^[1-9]\d{0,2}$/.test(starts));

/** Now, after a date by the clock of the series, or after so many starts. */
const EndFields = ({ end, clock, onEnd }: { end: End; clock: string; onEnd: (end: End) => void }): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <fieldset className="choice">
      <legend className="vh">{t('prepare.series.act.end')}</legend>
      {ends.map((when) => (
        <label key={when}>
          <input type="radio" name="end" checked={end.when === when} onChange={() => onEnd({ ...end, when })} />
          <span>{t(`prepare.series.end.${when}`)}</span>
        </label>
      ))}
      {end.when !== 'now' && (
        <div className="lab">
          <label htmlFor={id}>{t(`prepare.series.endField.${end.when}`, { zone: clock })}</label>
          <input
            id={id}
            className="input"
            type={end.when === 'date' ? 'datetime-local' : 'number'}
            min={end.when === 'starts' ? 1 : undefined}
            value={end[end.when]}
            onChange={({ target }) => onEnd({ ...end, [end.when]: target.value })}
          />
        </div>
      )}
    </fieldset>
  );
};

type Props = { act: Act; campaignId: string; schedule: Schedule; nextStart: string | null };

/** A button that does something to a series, after a question that says what follows and takes a reason. */
export const SeriesAct = ({ act, campaignId, schedule, nextStart }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { nameOf, spanOf, clock } = useStartsText()(schedule);
  const [isAsking, ask] = useState(false);
  const [end, setEnd] = useState<End>({ when: 'now', date: '', starts: '1' });
  // The start that was seen when the question was put is the one that is meant.
  const [seen, setSeen] = useState(nextStart);
  const doing = useSeriesAct(campaignId, act);
  const changeFor = (reason: string): SeriesChange => ({
    ...(reason !== '' && { reason }),
    ...(act === 'skip' && seen !== null && { start: seen }),
    ...(act === 'end' && changeOf(end)),
  });
  const open = (): void => {
    setSeen(nextStart);
    ask(true);
  };
  return (
    <>
      <button className={act === 'arm' ? 'btn primary' : 'btn'} type="button" onClick={open}>
        {t(`prepare.series.act.${act}`)}
      </button>
      <AskReason
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t(`prepare.series.title.${act}`)}
        cancel={t('prepare.form.cancel')}
        act={{
          label: t(`prepare.series.act.${act}`),
          look: act === 'end' ? 'danger' : 'primary',
          isDisabled: doing.isPending || (act === 'end' && !isWhole(end)),
        }}
        reason={{ label: t('prepare.series.reason'), hint: t('prepare.series.reasonHint') }}
        onAct={(reason) => doing.mutate(changeFor(reason), { onSuccess: () => ask(false) })}
        outcome={<ProblemNote error={doing.error} />}
      >
        <p>
          {t(`prepare.series.effect.${act}`, { start: seen === null ? '–' : (act === 'skip' ? nameOf : spanOf)(seen) })}
        </p>
        {act === 'end' && <EndFields end={end} clock={clock} onEnd={setEnd} />}
      </AskReason>
    </>
  );
};
