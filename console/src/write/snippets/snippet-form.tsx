import { useLingui } from '@lingui/react';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { askingFor, SnippetName, type Snippet } from '../../../../domain/model/snippet.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useSnippetAct } from './use-snippets.ts';

const example = askingFor('footer');

/** Writes a new snippet, or what one says from now on. */
export const SnippetForm = ({ known }: { known?: Snippet }): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const [name, setName] = useState('');
  const [text, setText] = useState<string>();
  const acting = useSnippetAct();
  const said = text ?? known?.text ?? '';
  const isNamed = known !== undefined || SnippetName.safeParse(name).success;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    acting.mutate(
      { do: 'save', name: known?.id ?? name, text: said, version: known?.version },
      {
        onSuccess: () => {
          setText(undefined);
          setName('');
        },
      },
    );
  };
  return (
    <form className="form" onSubmit={save}>
      {!known && (
        <div className="lab">
          <label htmlFor={`${id}-name`}>{t('write.snippets.name')}</label>
          <input
            id={`${id}-name`}
            className="input"
            value={name}
            maxLength={64}
            aria-invalid={name !== '' && !isNamed}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setName(target.value)}
          />
          <span id={`${id}-hint`}>{t('write.snippets.nameHint', { example })}</span>
        </div>
      )}
      <div className="lab">
        <label htmlFor={id}>{t('write.snippets.text')}</label>
        <textarea
          id={id}
          className="input code"
          rows={8}
          spellCheck={false}
          value={said}
          aria-describedby={`${id}-more`}
          onChange={({ target }) => setText(target.value)}
        />
        <span id={`${id}-more`}>{t('write.snippets.textHint')}</span>
      </div>
      <ProblemNote error={acting.error} />
      <div className="row">
        <button className="btn primary" type="submit" disabled={acting.isPending || said === '' || !isNamed}>
          {t('write.snippets.save')}
        </button>
        <output>{acting.isSuccess && t('write.snippets.saved')}</output>
      </div>
    </form>
  );
};
