import { useLingui } from '@lingui/react';
import { lazy, Suspense, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { DraftPreview } from '../../../domain/write/preview-routes.ts';
import type { FormPart } from '../form/form-fields.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { CodeField } from './code-field.tsx';

const ways = ['blocks', 'code'] as const;
type Way = (typeof ways)[number];

/** How somebody writes is remembered in the browser. */
const KEY = 'freigabe.writing';
const knownWay = (): Way => ways.find((way) => way === localStorage.getItem(KEY)) ?? 'blocks';

/** Fetched when somebody writes in blocks; if it never comes, the code does. */
const BlockEditor = lazy(async () =>
  import('./blocks/block-editor.tsx').then(
    ({ BlockEditor: loaded }) => ({ default: loaded }),
    () => ({ default: InCode }),
  ),
);

/** Goes to the code by itself. */
const InCode = ({ onCode }: { onCode: () => void }): ReactNode => {
  const go = useEffectEvent(onCode);
  useEffect(() => go(), []);
  return null;
};

const WayChoice = ({ way, onWay }: { way: Way; onWay: (way: Way) => void }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <div>
      <fieldset className="seg">
        <legend className="vh">{t('write.way')}</legend>
        {ways.map((one) => (
          <label key={one}>
            <input type="radio" name="writingWay" checked={one === way} onChange={() => onWay(one)} />
            {t(`write.way.${one}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
};

type Props = FormPart & { preview: DraftPreview | undefined; label: string; hint: string };

/** The source of the mail: MJML as blocks or as its code, over the same text; HTML as code. */
export const SourceField = (props: Props): ReactNode => {
  const { draft, wrong, onChange, preview, hint } = props;
  const { _: t } = useLingui();
  const [way, setWay] = useState(knownWay);
  const choose = (chosen: Way): void => {
    localStorage.setItem(KEY, chosen);
    setWay(chosen);
  };
  if (draft.format === 'html') return <CodeField {...props} />;
  return (
    <>
      <WayChoice way={way} onWay={choose} />
      {way === 'code' ? (
        <CodeField {...props} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <BlockEditor
            source={draft.source}
            preview={preview}
            onSource={(source) => onChange({ source })}
            onCode={() => setWay('code')}
          />
        </Suspense>
      )}
      {way === 'blocks' && (
        <span className="note">
          {wrong.includes('content.source') ? (
            <b className="wrong" data-invalid tabIndex={-1}>
              {t('prepare.wrong.content.source')}
            </b>
          ) : (
            hint
          )}
        </span>
      )}
    </>
  );
};
