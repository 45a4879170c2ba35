import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Check } from '../../../domain/model/preparation.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { Tile } from '../shell/tile.tsx';
import { Disclosure } from '../shell/disclosure.tsx';
import { useCheckText } from './check-text.ts';

const looks = {
  blocking: { row: 'is-block', glyph: 'block', icon: 'rejected' },
  warning: { row: 'is-warn', glyph: 'warn', icon: 'warn' },
  information: { row: '', glyph: '', icon: 'info' },
  passed: { row: '', glyph: 'ok', icon: 'ok' },
} as const;

const noted = ['blocking', 'warning', 'information'] as const;

const Row = ({ check }: { check: Check }): ReactNode => {
  const { _: t } = useLingui();
  const checkText = useCheckText();
  const { title, hint } = checkText(check);
  const { row, glyph, icon } = looks[check.verdict];
  return (
    <li className={row}>
      <Icon name={icon} className={glyph} />
      <div>
        {title}
        {hint !== undefined && <small>{hint}</small>}
      </div>
      <span className={`v ${glyph}`}>{t(`prepare.checkVerdict.${check.verdict}`)}</span>
    </li>
  );
};

const Rows = ({ checks }: { checks: Check[] }): ReactNode => (
  <ul className="checks">
    {checks.map((check) => (
      <Row key={check.code} check={check} />
    ))}
  </ul>
);

/** The findings of the preparation: blocking, warnings, information; what passed is folded away behind them. */
export const ChecksTile = ({ checks }: { checks: Check[] }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const of = (verdict: Check['verdict']): Check[] => checks.filter((check) => check.verdict === verdict);
  const open = noted.flatMap(of);
  const passed = of('passed');
  const sum = {
    passed: number(passed.length),
    count: of('warning').length,
    n: number(of('warning').length),
    blocking: number(of('blocking').length),
  };
  const isBlocked = of('blocking').length > 0;
  return (
    <Tile
      title={t('prepare.checks')}
      asOf={t('prepare.checks.sum', sum)}
      {...(isBlocked && { footer: t('prepare.checks.blocked') })}
      {...(!isBlocked && of('warning').length > 0 && { footer: t('prepare.checks.footer') })}
    >
      {open.length > 0 && <Rows checks={open} />}
      {passed.length > 0 && (
        <Disclosure
          summary={t('prepare.checks.passed', { count: passed.length, n: sum.passed })}
          open={open.length === 0}
        >
          <Rows checks={passed} />
        </Disclosure>
      )}
    </Tile>
  );
};
