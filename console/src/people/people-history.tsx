import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { AuditTile } from '../shell/audit-tile.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { changesText } from './change-text.ts';
import { usePeopleHistory } from './use-people.ts';

const events = [
  'invited',
  'invitedAgain',
  'personChanged',
  'personRemoved',
  'mfaReset',
  'machineAdded',
  'machineChanged',
  'machineSecretRotated',
  'machineRevoked',
  'notDone',
] as const;
type Event = (typeof events)[number];

const isEvent = (what: string): what is Event => events.some((event) => event === what);

const Entry = ({ record }: { record: AuditRecord }): ReactNode => {
  const { _: t } = useLingui();
  const { what, facts } = record;
  const said = isEvent(what)
    ? t(`people.event.${what}`, { name: facts['name'] ?? '' })
    : t('people.event.other', { what });
  return <ChangeEntry record={record} said={said} inWords={changesText} />;
};

/** Who changed whom. */
export const PeopleHistory = (): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = usePeopleHistory();
  return (
    <AuditTile
      words={{ title: t('people.history'), none: t('people.history.none'), save: t('people.history.export') }}
      records={data}
      error={error}
      fileName="audit-people.jsonl"
      Entry={Entry}
    />
  );
};
