import { useId, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Rate } from '../../../domain/figures.ts';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { Usual } from './usual.tsx';

type Key = 'toDeliver' | 'sent' | 'delivered' | 'failed' | 'opened' | 'clicked';

type FigureProps = { name: Key; figure: string; count: string; of: string; children?: ReactNode };

/** One figure: its label explains the formula on hover and focus, the absolute number stands beneath. */
const Figure = ({ name, figure, count, of, children }: FigureProps): ReactNode => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="kpi" role="group" aria-label={t(`kpi.${name}`)}>
      <button type="button" aria-describedby={id}>
        {t(`kpi.${name}`)}
        <Icon name="info" />
      </button>
      <span className="tip" role="tooltip" id={id}>
        {t(`kpi.${name}.how`)}
      </span>
      <p className="fig">{figure}</p>
      <p className="abs">
        {count} <span>{of}</span>
      </p>
      {children}
    </div>
  );
};

/** Human beside machine: solid and hatched, and in words. */
const HumanAndMachine = ({ all, human }: { all: Rate; human: Rate }): ReactNode => {
  const { number, percent } = useFormat();
  if (all.count === 0 || all.percent === null || human.percent === null) return null;
  const machine = { n: all.count - human.count, percent: all.percent - human.percent };
  return (
    <>
      <div className="split" aria-hidden="true">
        <i className="hu" style={{ flex: human.count }} />
        <i className="ma" style={{ flex: machine.n }} />
      </div>
      <p className="hm">
        <Trans
          i18nKey="kpi.human"
          values={{ percent: percent(human.percent), n: number(human.count) }}
          components={{ b: <b /> }}
        />
        <br />
        <Trans i18nKey="kpi.machine" values={{ percent: percent(machine.percent), n: number(machine.n) }} />
      </p>
    </>
  );
};

/** The six figures of the Deployment tile, in the model's order. */
export const FigureGrid = ({ view: { figures, usual } }: { view: KpiView }): ReactNode => {
  const { t } = useTranslation();
  const { number, percent } = useFormat();
  const rate = (name: Key, { count, of, percent: share }: Rate): FigureProps => ({
    name,
    figure: percent(share),
    count: number(count),
    of: t('kpi.of', { n: number(of) }),
  });
  const { sent, toDeliver, targeted } = figures;
  const outOf = t('kpi.of', { n: number(targeted) });
  return (
    <div className="kpis">
      <Figure name="toDeliver" figure={number(toDeliver)} count={outOf} of={t('kpi.targeted')} />
      <Figure {...rate('sent', sent)} figure={number(sent.count)} count={percent(sent.percent)} />
      <Figure {...rate('delivered', figures.delivered)}>
        <Usual percent={figures.delivered.percent} usual={usual?.delivered} />
      </Figure>
      <Figure {...rate('failed', figures.failed)}>
        <Usual percent={figures.failed.percent} usual={usual?.failed} />
      </Figure>
      <Figure {...rate('opened', figures.opened)}>
        <Usual percent={figures.opened.percent} usual={usual?.opened} />
        <HumanAndMachine all={figures.opened} human={figures.openedByHuman} />
      </Figure>
      <Figure {...rate('clicked', figures.clicked)}>
        <Usual percent={figures.clicked.percent} usual={usual?.clicked} />
        <HumanAndMachine all={figures.clicked} human={figures.clickedByHuman} />
      </Figure>
    </div>
  );
};
