import { Trans, useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import type { Rate } from '../../../domain/model/figures.ts';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { Usual } from './usual.tsx';

type Key = 'toDeliver' | 'sent' | 'delivered' | 'failed' | 'opened' | 'clicked';

type FigureProps = { name: Key; figure: string; count: string; of: string; children?: ReactNode };

/** One figure: its label explains the formula on hover and focus, the absolute number stands beneath. */
const Figure = ({ name, figure, count, of, children }: FigureProps): ReactNode => {
  const { _: t } = useLingui();
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

type ActorsProps = { human: Rate; machine: Rate; unknown: Rate };

/** People beside machines and whoever nobody knows: solid, hatched and outlined, and in words. */
const Actors = ({ human, machine, unknown }: ActorsProps): ReactNode => {
  const { number, percent } = useFormat();
  if (human.count + machine.count + unknown.count === 0) return null;
  const said = ({ count, percent: share }: Rate) => ({ percent: percent(share), n: number(count) });
  return (
    <>
      <div className="split" aria-hidden="true">
        {human.count > 0 && <i className="hu" style={{ flex: human.count }} />}
        {machine.count > 0 && <i className="ma" style={{ flex: machine.count }} />}
        {unknown.count > 0 && <i className="un" style={{ flex: unknown.count }} />}
      </div>
      <p className="hm">
        <Trans id="kpi.human" values={said(human)} components={{ b: <b /> }} />
        <br />
        <Trans id="kpi.machine" values={said(machine)} />
        {unknown.count > 0 && (
          <>
            <br />
            <Trans id="kpi.nobodyKnows" values={said(unknown)} />
          </>
        )}
      </p>
    </>
  );
};

/** Of how many it can be known at all, where not of all. */
const Trackable = ({ trackable }: { trackable: Rate | undefined }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  if (!trackable || trackable.count === trackable.of) return null;
  return <p className="hm">{t('kpi.trackable', { n: number(trackable.count), of: number(trackable.of) })}</p>;
};

/** The six figures of the Deployment tile, in the model's order. */
export const FigureGrid = ({ view: { figures, usual } }: { view: KpiView }): ReactNode => {
  const { _: t } = useLingui();
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
        <Trackable trackable={figures.trackable} />
        <Actors human={figures.openedByHuman} machine={figures.openedByMachine} unknown={figures.openedByUnknown} />
      </Figure>
      <Figure {...rate('clicked', figures.clicked)}>
        <Usual percent={figures.clicked.percent} usual={usual?.clicked} />
        <Trackable trackable={figures.trackable} />
        <Actors human={figures.clickedByHuman} machine={figures.clickedByMachine} unknown={figures.clickedByUnknown} />
      </Figure>
    </div>
  );
};
