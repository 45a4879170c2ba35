import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { fingerprint } from '../../../domain/model/fingerprint.ts';
import { Icon } from '../shell/icon.tsx';

/** The fingerprint as people compare it; the same in mail, page and dialog. */
export const Fingerprint = ({ manifestHash }: { manifestHash: string }): ReactNode => {
  const { _: t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(manifestHash);
    setCopied(true);
  };
  return (
    <div className="fingerprint">
      <span className="hash">{fingerprint(manifestHash)}</span>
      <button className="btn slim" type="button" onClick={() => void copy()}>
        <Icon name="copy" />
        {t('prepare.fingerprint.copy')}
      </button>
      <output className="small">{isCopied && t('prepare.fingerprint.copied')}</output>
    </div>
  );
};
