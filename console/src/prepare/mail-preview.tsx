import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Preview } from '../../../domain/prepare/api.ts';
import { useApi, type Api } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon, type IconName } from '../shell/icon.tsx';
import { MailFrame } from '../shell/mail-frame.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const devices = ['desktop', 'phone'] as const;
const looks = ['light', 'dark', 'text'] as const;
const icons: Record<(typeof devices)[number] | (typeof looks)[number], IconName> = {
  desktop: 'desktop',
  phone: 'phone',
  light: 'sun',
  dark: 'moon',
  text: 'text',
};

type Viewing = { device: (typeof devices)[number]; look: (typeof looks)[number]; as: number };

const previewQuery = (api: Api, runId: string, as: number) => ({
  queryKey: ['preview', runId, as],
  queryFn: async () => api.get(`/runs/${encodeURIComponent(runId)}/preview?as=${as}`, Preview),
  staleTime: Infinity,
});

type SegProps<T extends keyof typeof icons> = {
  legend: string;
  name: string;
  options: readonly T[];
  chosen: T;
  labelOf: (option: T) => string;
  onChoose: (option: T) => void;
};

const Segment = <T extends keyof typeof icons>(props: SegProps<T>): ReactNode => {
  const { legend, name, options, chosen, labelOf, onChoose } = props;
  return (
    <fieldset className="seg">
      <legend className="vh">{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => onChoose(option)} />
          <Icon name={icons[option]} />
          {labelOf(option)}
        </label>
      ))}
    </fieldset>
  );
};

type ChooserProps = { labels: string[]; viewing: Viewing; onChange: (change: Partial<Viewing>) => void };

const Chooser = ({ labels, viewing, onChange }: ChooserProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className="segs">
      <Segment
        legend={t('prepare.preview.device')}
        name="device"
        options={devices}
        chosen={viewing.device}
        labelOf={(device) => t(`prepare.preview.${device}`)}
        onChoose={(device) => onChange({ device })}
      />
      <Segment
        legend={t('prepare.preview.look')}
        name="look"
        options={looks}
        chosen={viewing.look}
        labelOf={(look) => t(`prepare.preview.${look}`)}
        onChoose={(look) => onChange({ look })}
      />
      <label className="field small">
        {t('prepare.preview.as')}
        <select value={viewing.as} onChange={({ target }) => onChange({ as: Number(target.value) })}>
          {labels.map((label, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

/** The mail as a line of an inbox: who, when, what, and the preheader. */
const InboxLine = ({ mail }: { mail: Preview }): ReactNode => {
  const { t } = useTranslation();
  const { shortDay, clock, dateTime } = useFormat();
  return (
    <div className="inboxline">
      <span className="av" aria-hidden="true">
        {mail.from.slice(0, 1).toUpperCase()}
      </span>
      <p>{mail.from}</p>
      <p className="when">
        {mail.sendAt === null ? (
          t('prepare.preview.now')
        ) : (
          <time dateTime={mail.sendAt} title={dateTime(mail.sendAt)}>
            {shortDay(mail.sendAt)}, {clock(mail.sendAt)}
          </time>
        )}
      </p>
      <p className="sub">{mail.subject}</p>
      {mail.preheader !== '' && <p className="pre">{mail.preheader}</p>}
    </div>
  );
};

const Letter = ({ mail, viewing }: { mail: Preview; viewing: Viewing }): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className="bench">
      <div className={`frame ${viewing.device}`}>
        <InboxLine mail={mail} />
        {viewing.look === 'text' ? (
          <pre className="as-text">{mail.text}</pre>
        ) : (
          <MailFrame html={mail.html} title={t('prepare.preview.frame')} scheme={viewing.look} />
        )}
      </div>
    </div>
  );
};

/** The mail that was frozen, as up to three people get it. */
export const MailPreview = ({ runId }: { runId: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const [viewing, setViewing] = useState<Viewing>({ device: 'desktop', look: 'light', as: 0 });
  const shown = useQuery({ ...previewQuery(api, runId, viewing.as), placeholderData: keepPreviousData });
  const samples = Array.from({ length: shown.data?.samples ?? 0 }, (_, as) => as);
  const all = useQueries({ queries: samples.map((as) => previewQuery(api, runId, as)) });
  const labels = all.map(({ data }, index) =>
    data ? t(`prepare.preview.kind.${data.kind}`, { label: data.label }) : `${index + 1}`,
  );
  return (
    <Tile title={t('prepare.preview')} className="preview">
      <Chooser labels={labels} viewing={viewing} onChange={(change) => setViewing({ ...viewing, ...change })} />
      <ProblemNote error={shown.error} />
      {shown.data ? <Letter mail={shown.data} viewing={viewing} /> : !shown.error && <Waiting />}
      <p className="note">{t('prepare.preview.note')}</p>
    </Tile>
  );
};
