import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sketchOf } from '../../../domain/content/sketch.ts';
import type { MailBrand } from '../../../domain/write/brand-routes.ts';
import type { TemplateDetail } from '../../../domain/write/template-routes.ts';
import type { FormPart } from '../form/form-fields.tsx';
import { useLanguage } from '../shell/language.ts';
import { languages, type Language } from '../shell/languages.ts';
import { Tile } from '../shell/tile.tsx';
import { TemplatePicture } from './template-picture.tsx';
import { useBrandView } from './brand/use-brand.ts';
import { contentFields, type MailDraft } from '../form/draft-content.ts';
import { SavedChoices } from './saved-choices.tsx';
import { translated, variantsFields } from '../form/draft-variants.ts';
import type { Written } from './templates/template.ts';
import type { OwnTemplate } from './templates/templates.ts';

/** Fetched when somebody begins a campaign. */
const useTemplates = () =>
  useQuery({
    queryKey: ['own-templates'],
    queryFn: async () => (await import('./templates/templates.ts')).templates,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** In one of the languages, or in all of them: then the campaign's own content is in that of whoever writes. */
type Languages = Language | 'both';

type Choosing = { language: Language; brand: MailBrand | undefined; onChoose: (template: OwnTemplate) => void };

const Choice = ({ template, language, brand, onChoose }: Choosing & { template: OwnTemplate }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <li>
      <button className="template" type="button" onClick={() => onChoose(template)}>
        <TemplatePicture sections={sketchOf(template.in[language].mjml(brand))} />
        <b>{t(`write.template.${template.name}`)}</b>
        <span>{t(`write.template.${template.name}.why`)}</span>
      </button>
    </li>
  );
};

const LanguageChoice = ({
  language,
  onLanguage,
}: {
  language: Languages;
  onLanguage: (language: Languages) => void;
}): ReactNode => {
  const { _: t } = useLingui();
  return (
    <fieldset className="seg">
      <legend className="vh">{t('write.template.language')}</legend>
      {[...languages, 'both' as const].map((one) => (
        <label key={one}>
          <input type="radio" name="mailLanguage" checked={one === language} onChange={() => onLanguage(one)} />
          {t(`write.template.in.${one}`)}
        </label>
      ))}
    </fieldset>
  );
};

/** With the brand of now: it is in the source from then on, whatever becomes of the brand. */
const mailIn = ({ mjml, ...lines }: Written, brand: MailBrand | undefined): MailDraft => ({
  ...lines,
  format: 'mjml',
  source: mjml(brand),
  text: '',
  textFor: '',
});

type Kept = Partial<FormPart['draft']>;

/** What a new campaign begins with: one of our own templates, or nothing. What was written before can be put back. */
export const TemplateChooser = ({ draft, onChange }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { language: reader } = useLanguage();
  const [chosen, setChosen] = useState<Languages>(reader);
  const language = chosen === 'both' ? reader : chosen;
  const [before, setBefore] = useState<Kept>();
  const { data = [] } = useTemplates();
  const branding = useBrandView();
  const brand = branding.data?.brand ?? undefined;
  // Whoever chose at once would begin without it.
  const offered = branding.isPending ? [] : data;
  const keepBefore = (): void => {
    const { subject, preheader, format, source, text, textFor, template, language: own, variants, attachments } = draft;
    setBefore({ subject, preheader, format, source, text, textFor, template, language: own, variants, attachments });
  };
  const take = ({ template: { id, name, content: kept }, content }: TemplateDetail): void => {
    keepBefore();
    const template = { id, name, sha256: kept.sha256 };
    onChange({ ...contentFields({ content, template }), ...variantsFields(content) });
  };
  const choose = ({ name, version, in: written }: OwnTemplate): void => {
    keepBefore();
    const others = chosen === 'both' ? languages.filter((one) => one !== language) : [];
    onChange({
      ...mailIn(written[language], brand),
      language: others.length > 0 ? language : '',
      variants: others.map((one) => translated(mailIn(written[one], brand), one)),
      template: { name, version },
    });
  };
  const putBack = (): void => {
    onChange(before ?? {});
    setBefore(undefined);
  };
  const { template: taken } = draft;
  const own = data.find(({ name }) => taken && !('id' in taken) && name === taken.name);
  const begunWith = taken && 'id' in taken ? taken.name : own && t(`write.template.${own.name}`);
  return (
    <Tile title={t('write.templates')}>
      <div>
        <LanguageChoice language={chosen} onLanguage={setChosen} />
      </div>
      {(branding.isError || branding.data?.isUnreadable) && <p className="note">{t('write.brand.without')}</p>}
      <ul className="templates">
        {offered.map((template) => (
          <Choice key={template.name} template={template} language={language} brand={brand} onChoose={choose} />
        ))}
      </ul>
      <SavedChoices onChoose={take} />
      <output className="row">
        {begunWith !== undefined && <span>{t('write.template.taken', { name: begunWith })}</span>}
        {before && (
          <button className="btn slim" type="button" onClick={putBack}>
            {t('write.template.putBack')}
          </button>
        )}
      </output>
    </Tile>
  );
};
