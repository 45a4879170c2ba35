import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { act, linksOf, type Act, type Mail } from './local-ses.ts';

/** Buttons that do what the recipient of a mail would do. */
export const RecipientActs = ({ mail }: { mail: Mail }): ReactNode => {
  const { _: t } = useLingui();
  const links = useMemo(() => linksOf(mail), [mail]);
  const [link, setLink] = useState('');
  const clicked = link || links[0];
  const doing = useMutation({
    mutationFn: async (kind: Act) => act(mail.messageId, kind, kind === 'click' ? clicked : undefined),
  });
  const canLeave = mail.headers['List-Unsubscribe'] !== undefined;
  const acts: Act[] = ['open', ...(clicked === undefined ? [] : ['click' as const]), 'bounce', 'complaint'];
  const buttons: Act[] = canLeave ? [...acts, 'unsubscribe'] : acts;
  return (
    <fieldset>
      <legend>{t('inbox.act')}</legend>
      {links.length > 1 && (
        <label className="field small">
          {t('inbox.link')}
          <select value={clicked} onChange={({ target }) => setLink(target.value)}>
            {links.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      )}
      <div className="row">
        {buttons.map((kind) => (
          <button
            key={kind}
            className="btn slim"
            type="button"
            disabled={doing.isPending}
            onClick={() => doing.mutate(kind)}
          >
            {t(`inbox.act.${kind}`)}
          </button>
        ))}
      </div>
      <p role="status" className="small muted">
        {doing.isSuccess && t('inbox.done', { what: t(`inbox.act.${doing.variables}`) })}
        {doing.isError && t('inbox.failed')}
      </p>
    </fieldset>
  );
};
