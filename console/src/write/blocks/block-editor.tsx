import { useLingui } from '@lingui/react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import type { DraftPreview } from '../../../../domain/write/preview-routes.ts';
import { useLanguage } from '../../shell/language.ts';
import { Notice } from '../../shell/notice.tsx';
import { useBrand } from '../brand/use-brand.ts';
import { BlockList } from './block-item.tsx';
import { useNewWords } from './block-words.ts';
import { emptyMail } from './new-blocks.ts';
import { BlocksProvider, useEditing } from './use-blocks.ts';

type Props = {
  source: string;
  preview: DraftPreview | undefined;
  onSource: (source: string) => void;
  onCode: () => void;
};

/** Fields have an undo of their own. */
const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const Empty = ({ brand, onSource }: Pick<Props, 'onSource'> & { brand: MailBrand | undefined }): ReactNode => {
  const { _: t } = useLingui();
  const { language } = useLanguage();
  const words = useNewWords(brand);
  return (
    <div className="row">
      <p>{t('write.blocks.empty')}</p>
      <button className="btn" type="button" onClick={() => onSource(emptyMail(language, words, brand))}>
        {t('write.blocks.begin')}
      </button>
    </div>
  );
};

const NotShown = ({ onCode }: Pick<Props, 'onCode'>): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Notice tone="info" title={t('write.blocks.notShown')}>
      <p>{t('write.blocks.notShownWhy')}</p>
      <button className="btn slim" type="button" onClick={onCode}>
        {t('write.blocks.toCode')}
      </button>
    </Notice>
  );
};

type StepProps = { label: string; onGo: (() => void) | undefined };
const Step = ({ label, onGo }: StepProps): ReactNode => (
  <button className="btn slim" type="button" aria-disabled={!onGo} onClick={onGo}>
    {label}
  </button>
);

/** The parts of a mail, each of which can be opened, moved and taken away; everything else in its MJML stays as it is. */
export const BlockEditor = ({ source, preview, onSource, onCode }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { blocks, said, list, undo, redo } = useEditing(source, onSource, {
    undone: t('write.blocks.said.undone'),
    redone: t('write.blocks.said.redone'),
  });
  const brand = useBrand();
  const { body } = blocks;
  const press = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || isField(event.target) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    (key === 'y' || event.shiftKey ? redo : undo)?.();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what its buttons do not hear themselves
    <div className="blocks" ref={list} tabIndex={-1} role="group" aria-label={t('write.blocks')} onKeyDown={press}>
      <p className="note">{t('write.blocks.keys')}</p>
      {source.trim() === '' && <Empty brand={brand} onSource={onSource} />}
      {source.trim() !== '' && !body && <NotShown onCode={onCode} />}
      {body && (
        <BlocksProvider value={{ ...blocks, body, columns: preview?.columns ?? [], brand }}>
          <BlockList block={body} path={[]} />
        </BlocksProvider>
      )}
      <div className="row">
        <Step label={t('write.blocks.undo')} onGo={undo} />
        <Step label={t('write.blocks.redo')} onGo={redo} />
      </div>
      <output className="vh">{said}</output>
    </div>
  );
};
