import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import { useLanguage } from '../../shell/language.ts';
import { MailFrame } from '../../shell/mail-frame.tsx';
import { lookOf } from '../templates/look.ts';
import { accents } from '../templates/template.ts';
import { sampleMail } from './sample-mail.ts';

/** What a mail in this brand looks like, in light and in dark. */
export const BrandSample = ({ brand }: { brand: MailBrand }): ReactNode => {
  const { _: t } = useLingui();
  const { language } = useLanguage();
  const look = lookOf(language, accents.petrol, brand);
  const words = {
    title: t('write.brand.sampleTitle'),
    text: t('write.brand.sampleText'),
    link: t('write.brand.sampleLink'),
    button: t('write.brand.sampleButton'),
  };
  return (
    <div className="brand-samples">
      <MailFrame html={sampleMail(look, words, 'light')} title={t('write.brand.sample.light')} />
      <MailFrame html={sampleMail(look, words, 'dark')} title={t('write.brand.sample.dark')} scheme="dark" />
    </div>
  );
};
