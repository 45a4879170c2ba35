import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { DraftPreview } from '../../../domain/write/preview-routes.ts';
import { untrackedIn } from '../form/draft-links.ts';
import { TextField, Tick, type FormPart } from '../form/form-fields.tsx';
import { Tile } from '../shell/tile.tsx';

type Link = DraftPreview['links'][number];
type Props = FormPart & { preview: DraftPreview | undefined };

const Utm = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  return (
    <div className="sub">
      <TextField {...part} of="utmSource" field="links.utm.source" label={t('write.links.source')} />
      <TextField {...part} of="utmMedium" field="links.utm.medium" label={t('write.links.medium')} />
      <TextField {...part} of="utmCampaign" field="links.utm.campaign" label={t('write.links.campaign')} />
      <TextField
        {...part}
        of="utmContent"
        field="links.utm.content"
        label={t('write.links.content')}
        hint={t('prepare.form.optional')}
      />
    </div>
  );
};

/** What rules can name: each address once, without those that are put together for each recipient. */
const followed = (links: readonly Link[]): Link[] => [
  ...new Map(
    links.filter(({ href }) => /^https?:/i.test(href) && !/\{[{%]/.test(href)).map((link) => [link.href, link]),
  ).values(),
];

const LinkTicks = ({ draft, onChange, preview }: Props): ReactNode => {
  const { _: t } = useLingui();
  const off = untrackedIn(draft);
  const set = (href: string, isOn: boolean): void =>
    onChange({ untracked: (isOn ? off.filter((one) => one !== href) : [...off, href]).join('\n') });
  const links = followed(preview?.links ?? []);
  if (links.length === 0) return <p className="note">{t('write.links.none')}</p>;
  return (
    <fieldset className="choice">
      <legend>{t('write.links.each')}</legend>
      {links.map(({ href, address, label }) => (
        <Tick
          key={href}
          label={label || t('write.links.unlabelled')}
          hint={address}
          checked={draft.tracksLinks && !off.includes(href)}
          disabled={!draft.tracksLinks}
          onTick={(isOn) => set(href, isOn)}
        />
      ))}
    </fieldset>
  );
};

/** Whether opens and clicks are tracked, of which links, and what is added to their addresses. */
export const LinksBlock = (props: Props): ReactNode => {
  const { _: t } = useLingui();
  const { preview, ...part } = props;
  const { draft, wrong, onChange } = part;
  const [showsAll, setShowsAll] = useState(false);
  return (
    <Tile title={t('write.links')} footer={t('write.links.wayOut')}>
      <Tick
        label={t('write.links.track')}
        hint={t('write.links.trackHint')}
        checked={draft.tracksLinks}
        onTick={(tracksLinks) => onChange({ tracksLinks })}
      />
      <Tick label={t('write.links.utm')} checked={draft.hasUtm} onTick={(hasUtm) => onChange({ hasUtm })} />
      {draft.hasUtm && <Utm {...part} />}
      <button className="btn slim" type="button" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
        {t('write.links.show')}
      </button>
      {showsAll && <LinkTicks {...part} preview={preview} />}
      {wrong.includes('links.untracked') && (
        <b className="wrong" data-invalid tabIndex={-1}>
          {t('prepare.wrong.links.untracked')}
        </b>
      )}
    </Tile>
  );
};
