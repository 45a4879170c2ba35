import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { useVariantName } from '../shell/variant-name.ts';
import { AbTestNote } from './ab-test-note.tsx';
import { ChooseWinner } from './choose-winner.tsx';

const sent = ['recipients', 'handedOver', 'left'] as const;
const cameBack = ['delivered', 'opened', 'clicked'] as const;

/** A test is decided by people: machines open all of it. */
const ofPeople = { delivered: 'delivered', opened: 'openedByHuman', clicked: 'clickedByHuman' } as const;
const shownAs = (column: (typeof cameBack)[number], isTest: boolean) => (isTest ? ofPeople[column] : column);

/** What each language, or each content of a test, came to: what was sent at this moment, what came back as it was published last. */
export const VariantTable = ({ view, run }: { view: KpiView; run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const nameOf = useVariantName();
  if (view.variants.length === 0) return null;
  const isTest = run.schedule.abTest !== undefined;
  return (
    <>
      <AbTestNote run={run} />
      <ChooseWinner view={view} run={run} />
      <table className="tbl">
        <caption className="vh">{t(isTest ? 'abTest.variants' : 'kpi.languages')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(isTest ? 'abTest.variants.variant' : 'prepare.languages.language')}</th>
            {[...sent, ...cameBack].map((column) => (
              <th key={column} scope="col">
                {t(`kpi.languages.${column}`)}
              </th>
            ))}
            {isTest && <th scope="col">{t('abTest.known')}</th>}
          </tr>
        </thead>
        <tbody>
          {view.variants.map(({ id, language, outcome, ...figures }, place) => (
            <tr key={id ?? ''}>
              <th scope="row">{nameOf({ id, language }, place)}</th>
              {sent.map((column) => (
                <td key={column} className="num">
                  {number(figures[column])}
                </td>
              ))}
              {cameBack.map((column) => (
                <td key={column} className="num">
                  {outcome ? number(outcome[shownAs(column, isTest)]) : '–'}
                </td>
              ))}
              {isTest && (
                <td className="num">{outcome ? number(outcome.delivered - outcome.deliveredUntracked) : '–'}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
