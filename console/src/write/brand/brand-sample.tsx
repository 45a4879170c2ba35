import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import { useLanguage } from '../../shell/language.ts';
import { lookOf } from '../templates/look.ts';
import { accents } from '../templates/template.ts';
import { darkness } from './shades.ts';

type Tones = Record<'page' | 'card' | 'text' | 'link' | 'primary' | 'onPrimary', string>;
type Props = { brand: MailBrand; tones: Tones; font: string; logoGround: string };

const Mail = ({ brand: { logo, sender, imprint }, tones, font, logoGround }: Props): ReactNode => {
  const { t } = useTranslation();
  const { page, card, text, link, primary, onPrimary } = tones;
  return (
    <div className="brand-sample" style={{ background: page, color: text, fontFamily: font }}>
      {logo ? (
        <div style={{ background: logoGround }}>
          <img src={logo.url} alt="" />
        </div>
      ) : (
        <div>
          <b style={{ color: link }}>{sender || t('write.blocks.new.sender')}</b>
        </div>
      )}
      <div style={{ background: card }}>
        <b>{t('write.brand.sampleTitle')}</b>
        <br />
        {t('write.brand.sampleText')} <u style={{ color: link }}>{t('write.brand.sampleLink')}</u>
        <br />
        <b className="button" style={{ background: primary, color: onPrimary }}>
          {t('write.brand.sampleButton')}
        </b>
      </div>
      <div className="imprint">{imprint || t('write.blocks.new.address')}</div>
    </div>
  );
};

/** What a mail in this brand looks like; it says nothing, so it is there for eyes only. */
export const BrandSample = ({ brand }: { brand: MailBrand }): ReactNode => {
  const { language } = useLanguage();
  const look = lookOf(language, accents.petrol, brand);
  const { page, card, text } = darkness;
  const shared = { brand, font: look.font, logoGround: look.page };
  return (
    <div className="brand-samples" aria-hidden="true">
      <Mail {...shared} tones={look} />
      <Mail {...shared} tones={{ ...look, page, card, text, link: look.linkDark }} />
    </div>
  );
};
