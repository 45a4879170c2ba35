import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import type { HolidayDays, HolidayRegions } from '../../../domain/schedule/holiday-routes.ts';
import { row } from '../form/draft-frequency.ts';
import type { FormPart } from '../form/form-fields.tsx';
import { useApi } from '../shell/api.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { useLanguage } from '../shell/language.ts';
import { ProblemNote } from '../shell/problem-note.tsx';

type Choice = { code: string; name: string };
type PickProps = {
  label: string;
  first: string;
  options: readonly Choice[];
  value: string;
  onPick: (code: string) => void;
};

const Pick = ({ label, first, options, value, onPick }: PickProps): ReactNode => {
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={({ target }) => onPick(target.value)}>
        <option value="">{first}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};

/** The year of the first start, and the one after it or that of the end. */
const yearsOf = ({ startsOn, endsOn }: FormPart['draft']): { from: number; to: number } => {
  const from = Number(startsOn.slice(0, 4)) || new Date().getFullYear();
  const end = Number(endsOn.slice(0, 4)) || from + 1;
  return { from, to: Math.min(Math.max(end, from), from + 1) };
};

const useHolidays = (isOpen: boolean) => {
  const api = useApi();
  const { language } = useLanguage();
  const regions = useQuery({
    queryKey: ['holiday regions', language],
    queryFn: async () => api.get<HolidayRegions>(`/holidays/regions?language=${language}`),
    staleTime: Infinity,
    enabled: isOpen,
  });
  const days = useMutation({
    mutationFn: async ({ region, from, to }: { region: string; from: number; to: number }) =>
      api.get<HolidayDays>(`/holidays?region=${region}&from=${from}&to=${to}&language=${language}`),
  });
  return { regions, days };
};

/** Puts the public holidays of a region among the days without a start, where each is seen and can be removed. */
export const Holidays = ({ draft, onChange }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [country, setCountry] = useState('');
  const [part, setPart] = useState('');
  const { regions, days } = useHolidays(isOpen);
  const years = yearsOf(draft);
  const countries = regions.data?.items ?? [];
  const parts = countries.find(({ code }) => code === country)?.parts ?? [];
  const add = ({ items }: HolidayDays): void => {
    const known = new Set(draft.except.map(({ value }) => value));
    const fresh = items.filter(({ date }) => !known.has(date)).map(({ date }) => row(date));
    onChange({ except: [...draft.except.filter(({ value }) => value !== ''), ...fresh] });
  };
  return (
    <Disclosure summary={t('prepare.holidays')} onToggle={setOpen}>
      <div className="pair2">
        <Pick
          label={t('prepare.holidays.country')}
          first="–"
          options={countries}
          value={country}
          onPick={(code) => {
            setCountry(code);
            setPart('');
          }}
        />
        {parts.length > 0 && (
          <Pick
            label={t('prepare.holidays.part')}
            first={t('prepare.holidays.whole')}
            options={parts}
            value={part}
            onPick={setPart}
          />
        )}
      </div>
      <button
        className="btn slim"
        type="button"
        disabled={country === '' || days.isPending}
        onClick={() => days.mutate({ region: part || country, ...years }, { onSuccess: add })}
      >
        {t('prepare.holidays.add', years)}
      </button>
      <p role="status" className="small muted">
        {days.data && t('prepare.holidays.added', { count: days.data.items.length, n: days.data.items.length })}
      </p>
      <ProblemNote error={regions.error ?? days.error} />
      <p className="small muted">{t('prepare.holidays.data')}</p>
    </Disclosure>
  );
};
