import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Campaign } from '../../../domain/model/campaign.ts';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { useVariantName } from '../shell/variant-name.ts';
import { spokenBy } from '../../../domain/model/variants.ts';
import { StateMark } from '../shell/state-mark.tsx';
import { Terms } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';
import { useAudienceText } from '../shell/audience-text.ts';
import { SaveTemplate } from './save-template.tsx';
import { TemplateOrigin } from './template-origin.tsx';
import { useStateSince } from './state-since.ts';

const RunRow = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number, dateTime } = useFormat();
  const since = useStateSince();
  return (
    <tr>
      <th scope="row">
        <Link to={`/runs/${run.id}`}>{dateTime(run.createdAt)}</Link>
        {run.isBesides && <small>{t('prepare.series.besides')}</small>}
      </th>
      <td className="left">
        <StateMark state={run.state} />
        <small>{since(run)}</small>
      </td>
      <td>{run.counts ? number(run.counts.toDeliver) : '–'}</td>
    </tr>
  );
};

/** The passes of a campaign, newest first. */
export const RunsTile = ({ runs, unreadable }: Pick<CampaignDetail, 'runs' | 'unreadable'>): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Tile title={t('prepare.runs')}>
      {unreadable.length > 0 && <p>{t('prepare.runsUnreadable', { ids: unreadable.join(', ') })}</p>}
      {runs.length === 0 ? (
        unreadable.length === 0 && <p className="muted">{t('prepare.noRuns')}</p>
      ) : (
        <table className="tbl stacked passes">
          <thead>
            <tr>
              <th scope="col">{t('prepare.col.run')}</th>
              <th scope="col" className="left">
                {t('prepare.col.state')}
              </th>
              <th scope="col">{t('prepare.col.toDeliver')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      )}
    </Tile>
  );
};

/** What the campaign says, to whom, from whom. */
export const ContentTile = ({ campaign }: { campaign: Campaign }): ReactNode => {
  const { _: t } = useLingui();
  const { allOf, dateTime } = useFormat();
  const nameOf = useVariantName();
  const audienceText = useAudienceText();
  const { content, sender, replyTo, updatedBy, updatedAt } = campaign;
  const { language = '', variants = [] } = content;
  const spoken = [
    { id: null, language },
    ...variants.map(({ id, for: rule }) => ({ id, language: spokenBy(rule) ?? '' })),
  ];
  const isTest = variants.some(({ for: rule }) => rule.by === 'abTest');
  const own = isTest ? spoken.map((one) => ({ ...one, language: '' })) : spoken;
  const term = t(isTest ? 'abTest.variants' : 'prepare.languages');
  return (
    <Tile title={t('prepare.content')}>
      <Terms
        terms={[
          { term: t('prepare.subject'), value: content.subject },
          { term: t('prepare.preheader'), value: content.preheader || '–' },
          ...(variants.length > 0 ? [{ term, value: allOf(own.map(nameOf)) }] : []),
          { term: t('prepare.from'), value: sender.name, small: sender.address },
          ...(replyTo === undefined ? [] : [{ term: t('prepare.replyTo'), value: replyTo }]),
          { term: t('prepare.audience'), value: audienceText(campaign) },
          { term: t('prepare.format'), value: content.mjml === undefined ? 'HTML' : 'MJML' },
          {
            term: t('prepare.changedBy'),
            value: t('prepare.byOn', { name: updatedBy.name, time: dateTime(updatedAt) }),
          },
        ]}
      />
      <TemplateOrigin taken={campaign.template} />
      <SaveTemplate campaign={campaign} />
    </Tile>
  );
};
