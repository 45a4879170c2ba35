import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { ComparedPart } from '../../../domain/confirm/api.ts';

/** What changed in a text, line by line; nothing for no change. */
export const ComparedLines = ({ title, part }: { title: string; part: ComparedPart }): ReactNode => {
  const { _: t } = useLingui();
  if (part.length === 0) return null;
  return (
    <div className="diff">
      <b className="small">{title}</b>
      {part.map(({ kind, text }, index) => {
        const key = `${index}${kind}`;
        if (kind === 'added' || kind === 'removed') {
          const Mark = kind === 'added' ? 'ins' : 'del';
          return (
            <Mark key={key}>
              <span className="vh">{t(`confirm.diff.${kind}`)}: </span>
              {text}
            </Mark>
          );
        }
        return (
          <span key={key} className="muted">
            {kind === 'same' ? text : t(`confirm.diff.${kind}`)}
          </span>
        );
      })}
    </div>
  );
};
