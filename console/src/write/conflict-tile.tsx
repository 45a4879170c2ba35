import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { compareText } from '../../../domain/confirm/difference.ts';
import type { Campaign } from '../../../domain/model/campaign.ts';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import { draftOf, type Draft } from '../form/draft.ts';
import { meetDrafts, withParts, type DraftPart } from '../form/meet-drafts.ts';
import { useApi } from '../shell/api.ts';
import { ComparedLines } from '../shell/compared-lines.tsx';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import type { Writing } from './use-kept-draft.ts';

const sides = ['mine', 'theirs'] as const;
type Side = (typeof sides)[number];

/** Parts that are texts; of the others it is said that they differ. */
const textOf = (part: DraftPart, draft: Draft): string => {
  if (part === 'languages')
    return draft.variants
      .flatMap(({ language, subject, source, text }) => [language, subject, source, text])
      .join('\n');
  return part === 'name' || part === 'subject' || part === 'preheader' || part === 'source' || part === 'text'
    ? draft[part]
    : '';
};

type PartProps = { part: DraftPart; mine: Draft; theirs: Draft; side: Side; onSide: (side: Side) => void };

const Part = ({ part, mine, theirs, side, onSide }: PartProps): ReactNode => {
  const { _: t } = useLingui();
  return (
    <fieldset className="choice">
      <legend>
        <b>{t(`write.part.${part}`)}</b>
      </legend>
      <ComparedLines title={t('write.conflict.lines')} part={compareText(textOf(part, theirs), textOf(part, mine))} />
      {sides.map((one) => (
        <label key={one}>
          <input type="radio" name={`side-${part}`} checked={side === one} onChange={() => onSide(one)} />
          {t(`write.conflict.${one}`)}
        </label>
      ))}
    </fieldset>
  );
};

type MeetingProps = { writing: Writing; stored: Campaign; onMet: () => void };

const MeetingOfTwo = ({ writing, stored, onMet }: MeetingProps): ReactNode => {
  const { _: t } = useLingui();
  const { allOf, dateTime } = useFormat();
  const [chosen, setChosen] = useState<Partial<Record<DraftPart, Side>>>({});
  const mine = writing.draft;
  const theirs = draftOf(stored);
  const { both, theirs: taken, merged } = meetDrafts(writing.base, mine, theirs);
  const goOn = (): void => {
    const given = both.filter((part) => chosen[part] === 'theirs');
    writing.meet(stored, withParts(merged, theirs, given));
    onMet();
  };
  const by = { name: stored.updatedBy.name, time: dateTime(stored.updatedAt) };
  return (
    <Notice tone="warn" role="alert" title={t('write.conflict', by)}>
      <p>{t(both.length > 0 ? 'write.conflict.choose' : 'write.conflict.nothing')}</p>
      {taken.length > 0 && (
        <p>{t('write.conflict.taken', { parts: allOf(taken.map((part) => t(`write.part.${part}`))) })}</p>
      )}
      {both.map((part) => (
        <Part
          key={part}
          {...{ part, mine, theirs }}
          side={chosen[part] ?? 'mine'}
          onSide={(side) => setChosen({ ...chosen, [part]: side })}
        />
      ))}
      <button className="btn primary" type="button" onClick={goOn}>
        {t('write.conflict.goOn')}
      </button>
    </Notice>
  );
};

/** Somebody else saved the campaign meanwhile: what differs is shown, and nothing of either is lost unseen. */
export const ConflictTile = ({
  campaignId,
  writing,
  onMet,
}: {
  campaignId: string;
  writing: Writing;
  onMet: () => void;
}): ReactNode => {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['conflict', campaignId, writing.version],
    queryFn: async () => api.get<CampaignDetail>(`/campaigns/${encodeURIComponent(campaignId)}`),
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <ProblemNote error={error} />;
  return data ? <MeetingOfTwo writing={writing} stored={data.campaign} onMet={onMet} /> : <Waiting />;
};
