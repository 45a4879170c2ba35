import { useLingui } from '@lingui/react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { contrastsOf } from '../../../../domain/model/brand.ts';
import type { BrandView } from '../../../../domain/write/brand-routes.ts';
import { Notice } from '../../shell/notice.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Tile } from '../../shell/tile.tsx';
import { draftOf, readBrand, shownOf, type BrandDraft } from './brand-draft.ts';
import { BrandFields } from './brand-fields.tsx';
import { BrandSample } from './brand-sample.tsx';
import { ContrastList } from './contrast-list.tsx';
import { RemoveBrand } from './remove-brand.tsx';
import { useSaveBrand } from './use-brand.ts';

const Outcome = ({ saved }: { saved: BrandView | undefined }): ReactNode => {
  const { _: t } = useLingui();
  const low = saved?.lowContrast ?? [];
  return (
    <div role="status">
      {saved && low.length === 0 && t('write.brand.saved')}
      {low.length > 0 && (
        <Notice tone="warn" title={t('write.brand.savedLow')}>
          <ContrastList contrasts={low} />
        </Notice>
      )}
    </div>
  );
};

/** Writes the brand; each change is seen at once, and counts when it is saved. */
export const BrandForm = ({ view }: { view: BrandView }): ReactNode => {
  const { _: t } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<BrandDraft>();
  const saving = useSaveBrand();
  const known = draftOf(view);
  const now = draft ?? known;
  const read = readBrand(now);
  const wrong = 'wrong' in read ? read.wrong : [];
  const shown = shownOf(now, known);
  const change = (part: Partial<BrandDraft>): void => {
    saving.reset();
    setDraft({ ...now, ...part });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if ('input' in read)
      saving.mutate({ version: now.version, brand: read.input }, { onSuccess: () => setDraft(undefined) });
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  return (
    <>
      <Tile title={t('write.brand')}>
        <form className="form" ref={form} noValidate onSubmit={save}>
          <BrandFields draft={now} wrong={wrong} onChange={change} />
          <ProblemNote error={saving.error} />
          <div className="row">
            <button className="btn primary" type="submit" disabled={saving.isPending}>
              {t('write.brand.save')}
            </button>
            {view.brand && <RemoveBrand version={view.version} />}
          </div>
          <Outcome saved={draft ? undefined : saving.data} />
        </form>
      </Tile>
      <Tile title={t('write.brand.contrast')}>
        <p className="small">{t('write.brand.contrastWhy')}</p>
        <ContrastList contrasts={contrastsOf(shown.colours)} />
      </Tile>
      <Tile title={t('write.brand.sample')}>
        <BrandSample brand={shown} />
      </Tile>
    </>
  );
};
