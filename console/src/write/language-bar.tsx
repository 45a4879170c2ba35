import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { VARIANTS_MAX } from '../../../domain/model/variants.ts';
import { languageIn, translated } from '../form/draft-variants.ts';
import type { FormPart } from '../form/form-fields.tsx';
import { ChoiceField } from '../shell/choice-field.tsx';
import { Disclosure } from '../shell/disclosure.tsx';
import { useLanguageName } from '../shell/language-names.ts';
import { languages, type Language } from '../shell/languages.ts';
import { useLanguage } from '../shell/language.ts';
import type { ShownLanguage } from './shown-language.ts';

/** Languages that are offered beside those of the console: those of the European Union, and large ones. */
const others =
  'bg cs da el es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv ar hi ja ko nb pt-BR ru sr tr uk vi zh'.split(' ');

type Props = FormPart & { shown: ShownLanguage };

/** That of the campaign's own content: as it is said, as it is written in the source, or that of whoever writes. */
const ownLanguageOf = ({ language, source }: FormPart['draft'], reader: Language): string =>
  language || languageIn(source) || reader;

const useAdding = ({ draft, onChange, shown }: Props) => {
  const { language: reader } = useLanguage();
  const own = ownLanguageOf(draft, reader);
  const used = new Set([own, ...draft.variants.map(({ language }) => language)]);
  return {
    own,
    isFree: (language: string) => !used.has(language) && used.size < VARIANTS_MAX,
    add: (language: string): void => {
      const variant = translated(draft, language);
      onChange({ language: own, variants: [...draft.variants, variant] });
      shown.show(variant.key);
    },
  };
};

const AddAnother = ({ free, onAdd }: { free: readonly string[]; onAdd: (language: string) => void }): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useLanguageName();
  const [chosen, setChosen] = useState('');
  const language = free.includes(chosen) ? chosen : free[0];
  if (language === undefined) return null;
  const options = free.map((value) => ({ value, label: nameOf(value) }));
  return (
    <Disclosure summary={t('write.languages.another')}>
      <ChoiceField label={t('prepare.languages.language')} value={language} options={options} onChange={setChosen} />
      <button className="btn slim" type="button" onClick={() => onAdd(language)}>
        {t('write.languages.addThis')}
      </button>
    </Disclosure>
  );
};

const Shown = ({ draft, onChange, shown }: Props): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useLanguageName();
  const all = [{ key: '', language: draft.language }, ...draft.variants];
  const current = draft.variants.find(({ key }) => key === shown.key);
  const remove = (): void => {
    const variants = draft.variants.filter(({ key }) => key !== shown.key);
    onChange({ variants, ...(variants.length === 0 && { language: '' }) });
  };
  return (
    <>
      <fieldset className="seg">
        <legend className="vh">{t('write.languages')}</legend>
        {all.map(({ key, language }) => (
          <label key={key}>
            <input type="radio" name="contentLanguage" checked={key === shown.key} onChange={() => shown.show(key)} />
            {nameOf(language)}
          </label>
        ))}
      </fieldset>
      {current && (
        <button className="btn slim" type="button" onClick={remove}>
          {t('write.languages.remove', { language: nameOf(current.language) })}
        </button>
      )}
    </>
  );
};

/** Who gets what, and in which language the campaign's own content is. */
const OwnLanguage = ({ draft, wrong, onChange }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useLanguageName();
  const taken = new Set(draft.variants.map(({ language }) => language));
  const free = [...new Set([draft.language, ...languages, ...others])].filter((language) => !taken.has(language));
  return (
    <>
      <ChoiceField
        label={t('write.languages.own')}
        value={draft.language}
        options={free.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(language) => onChange({ language })}
      />
      <p className="small muted">{t('write.languages.several', { language: nameOf(draft.language) })}</p>
      {wrong.includes('content.variants') && (
        <p className="wrong" data-invalid>
          {t('prepare.wrong.content.variants')}
        </p>
      )}
    </>
  );
};

/** In which languages the mail is written: which is shown, and a copy of it to translate in one click. */
export const LanguageBar = (props: Props): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useLanguageName();
  const { isFree, add } = useAdding(props);
  const isSeveral = props.draft.variants.length > 0;
  return (
    <div className="lab">
      <div className="row">
        {isSeveral && <Shown {...props} />}
        {languages.filter(isFree).map((language) => (
          <button key={language} className="btn slim" type="button" onClick={() => add(language)}>
            {t('write.languages.add', { language: nameOf(language) })}
          </button>
        ))}
      </div>
      <AddAnother free={others.filter(isFree)} onAdd={add} />
      {isSeveral ? <OwnLanguage {...props} /> : <p className="small muted">{t('write.languages.hint')}</p>}
    </div>
  );
};
