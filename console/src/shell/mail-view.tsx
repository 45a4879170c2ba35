import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useFormat } from './format.ts';
import { Icon, type IconName } from './icon.tsx';
import { MailFrame } from './mail-frame.tsx';

const devices = ['desktop', 'phone'] as const;
const looks = ['light', 'dark', 'text'] as const;
const icons: Record<(typeof devices)[number] | (typeof looks)[number], IconName> = {
  desktop: 'desktop',
  phone: 'phone',
  light: 'sun',
  dark: 'moon',
  text: 'text',
};

/** On what a mail is looked at. */
export type Viewing = { device: (typeof devices)[number]; look: (typeof looks)[number] };

/** A mail as a mail program shows it; `sendAt` is ISO 8601, null: as soon as it may. */
export type ShownMail = {
  from: string;
  sendAt: string | null;
  subject: string;
  preheader: string;
  html: string;
  text: string;
};

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

type ChooserProps = { viewing: Viewing; onChange: (change: Partial<Viewing>) => void; children: ReactNode };

/** Device and appearance, and beside them whose mail it is. */
export const ViewChooser = ({ viewing, onChange, children }: ChooserProps): ReactNode => {
  const { _: t } = useLingui();
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
      {children}
    </div>
  );
};

/** The mail as a line of an inbox: who, when, what, and the preheader. */
const InboxLine = ({ mail }: { mail: ShownMail }): ReactNode => {
  const { _: t } = useLingui();
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
      <p className="subject">{mail.subject}</p>
      {mail.preheader !== '' && <p className="pre">{mail.preheader}</p>}
    </div>
  );
};

/** The mail itself, below its line in an inbox. */
export const MailView = ({ mail, viewing }: { mail: ShownMail; viewing: Viewing }): ReactNode => {
  const { _: t } = useLingui();
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
