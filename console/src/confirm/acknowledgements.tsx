import { useLingui } from '@lingui/react';
import { useId, type ReactNode, type Ref } from 'react';
import { useFormat } from '../shell/format.ts';
import type { Warning } from './use-decision.ts';

type Props = {
  warnings: Warning[];
  ticked: Warning['code'][];
  onChange: (ticked: Warning['code'][]) => void;
  /** Somebody wanted to go on without all ticks. */
  isTried: boolean;
  ref: Ref<HTMLFieldSetElement>;
};

/** Each warning is ticked by itself: the server asks for each of them, too. */
export const Acknowledgements = ({ warnings, ticked, onChange, isTried, ref }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const id = useId();
  if (warnings.length === 0) return null;
  const count = warnings.length - ticked.length;
  const toggle = (code: Warning['code'], isOn: boolean): void =>
    onChange(isOn ? [...ticked, code] : ticked.filter((other) => other !== code));
  return (
    <fieldset className="acks" ref={ref}>
      <legend>{t('confirm.ack')}</legend>
      <p id={id} className="wrong" role="alert">
        {isTried && count > 0 && t('confirm.ack.missing', { count, n: number(count) })}
      </p>
      {warnings.map(({ code, title }) => (
        <label key={code}>
          <input
            type="checkbox"
            aria-describedby={id}
            aria-invalid={isTried && !ticked.includes(code)}
            checked={ticked.includes(code)}
            onChange={({ target }) => toggle(code, target.checked)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
};
