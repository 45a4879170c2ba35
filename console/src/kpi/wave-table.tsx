import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { useWaveText } from '../shell/wave-text.ts';

const columns = ['recipients', 'handedOver', 'refused', 'left'] as const;
const cameBack = ['delivered', 'opened', 'clicked'] as const;

/** What each wave came to: what was sent at this moment, what came back as it was published last. */
export const WaveTable = ({ view, run }: { view: KpiView; run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const waveText = useWaveText();
  if (view.waves.length === 0 || run.waves.length !== view.waves.length) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('kpi.waves')}>
      <table className="tbl">
        <caption className="vh">{t('kpi.waves')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kpi.waves.wave')}</th>
            <th scope="col">{t('kpi.waves.when')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`kpi.waves.${column}`)}
              </th>
            ))}
            {cameBack.map((column) => (
              <th key={column} scope="col">
                {t(`kpi.languages.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.waves.map((wave, index) => (
            <tr key={`${index}-${wave.recipients}`}>
              <th scope="row">{number(index + 1)}</th>
              <td>{waveText(run, wave)}</td>
              {columns.map((column) => (
                <td key={column} className="num">
                  {number(view.waves[index]?.[column] ?? 0)}
                </td>
              ))}
              {cameBack.map((column) => (
                <td key={column} className="num">
                  {view.waves[index]?.outcome ? number(view.waves[index].outcome[column]) : '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
