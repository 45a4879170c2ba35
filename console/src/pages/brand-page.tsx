import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { contrastsOf } from '../../../domain/model/brand.ts';
import type { BrandView } from '../../../domain/write/brand-routes.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { ChangeEntry } from '../people/change-entry.tsx';
import { brandChangesText } from '../people/change-text.ts';
import { AuditTile } from '../shell/audit-tile.tsx';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { BrandForm } from '../write/brand/brand-form.tsx';
import { BrandSample } from '../write/brand/brand-sample.tsx';
import { ContrastList } from '../write/brand/contrast-list.tsx';
import { useBrandHistory, useBrandView } from '../write/brand/use-brand.ts';

const acts = ['brandSet', 'brandRemoved', 'notDone'] as const;

const Entry = ({ record }: { record: AuditRecord }): ReactNode => {
  const { _: t } = useLingui();
  const { what } = record;
  const act = acts.find((known) => known === what);
  return (
    <ChangeEntry
      record={record}
      said={act ? t(`write.brand.did.${act}`) : t('write.brand.did.other', { what })}
      inWords={brandChangesText}
    />
  );
};

const History = (): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useBrandHistory();
  return (
    <AuditTile
      words={{
        title: t('write.brand.history'),
        none: t('write.brand.history.none'),
        save: t('write.brand.history.export'),
      }}
      records={data}
      error={error}
      fileName="audit-brand.jsonl"
      Entry={Entry}
    />
  );
};

/** For who may not change it. */
const Shown = ({ view: { brand } }: { view: BrandView }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <>
      <p>{t('write.brand.mayNot')}</p>
      {brand && (
        <Tile title={t('write.brand.sample')}>
          <BrandSample brand={brand} />
          <ContrastList contrasts={contrastsOf(brand.colours)} />
        </Tile>
      )}
    </>
  );
};

/** `/brand`: how mails look that somebody begins. */
export const BrandPage = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const { data, error } = useBrandView();
  const isAdministrator = may(me, 'manageBrand');
  return (
    <Page title={t('write.brand')} heading crumbs={[{ to: '/campaigns', label: t('prepare.campaigns') }]}>
      <p>{t('write.brand.how')}</p>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data?.isUnreadable && (
        <Notice tone="warn" title={t('write.brand.unreadable')}>
          <p>{t('write.brand.unreadableWhy')}</p>
        </Notice>
      )}
      {data && !data.brand && !data.isUnreadable && <p>{t('write.brand.none')}</p>}
      {data && (isAdministrator ? <BrandForm view={data} /> : <Shown view={data} />)}
      {isAdministrator && <History />}
    </Page>
  );
};
