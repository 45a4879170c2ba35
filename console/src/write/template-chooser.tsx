import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormPart } from '../form/form-fields.tsx';
import { useLanguage } from '../shell/language.ts';
import { languages, type Language } from '../shell/languages.ts';
import { Tile } from '../shell/tile.tsx';
import { TemplatePicture } from './template-picture.tsx';
import type { OwnTemplate } from './templates/templates.ts';

/** Fetched when somebody begins a campaign. */
const useTemplates = () =>
  useQuery({
    queryKey: ['own-templates'],
    queryFn: async () => (await import('./templates/templates.ts')).templates,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

type Choosing = { language: Language; onChoose: (template: OwnTemplate) => void };

const Choice = ({ template, language, onChoose }: Choosing & { template: OwnTemplate }): ReactNode => {
  const { t } = useTranslation();
  return (
    <li>
      <button className="template" type="button" onClick={() => onChoose(template)}>
        <TemplatePicture mjml={template.in[language].mjml} />
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
  language: Language;
  onLanguage: (language: Language) => void;
}): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="seg">
      <legend className="vh">{t('write.template.language')}</legend>
      {languages.map((one) => (
        <label key={one}>
          <input type="radio" name="mailLanguage" checked={one === language} onChange={() => onLanguage(one)} />
          {t(`write.template.in.${one}`)}
        </label>
      ))}
    </fieldset>
  );
};

type Kept = Partial<FormPart['draft']>;

/** What a new campaign begins with: one of our own templates, or nothing. What was written before can be put back. */
export const TemplateChooser = ({ draft, onChange }: FormPart): ReactNode => {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>(useLanguage().language);
  const [before, setBefore] = useState<Kept>();
  const { data = [] } = useTemplates();
  const choose = ({ name, version, in: written }: OwnTemplate): void => {
    const { subject, preheader, format, source, text, textFor, template } = draft;
    setBefore({ subject, preheader, format, source, text, textFor, template });
    const { mjml, ...lines } = written[language];
    onChange({ ...lines, format: 'mjml', source: mjml, text: '', textFor: '', template: { name, version } });
  };
  const putBack = (): void => {
    onChange(before ?? {});
    setBefore(undefined);
  };
  const taken = data.find(({ name }) => name === draft.template?.name);
  return (
    <Tile title={t('write.templates')}>
      <div>
        <LanguageChoice language={language} onLanguage={setLanguage} />
      </div>
      <ul className="templates">
        {data.map((template) => (
          <Choice key={template.name} template={template} language={language} onChoose={choose} />
        ))}
      </ul>
      <output className="row">
        {taken && <span>{t('write.template.taken', { name: t(`write.template.${taken.name}`) })}</span>}
        {before && (
          <button className="btn slim" type="button" onClick={putBack}>
            {t('write.template.putBack')}
          </button>
        )}
      </output>
    </Tile>
  );
};
