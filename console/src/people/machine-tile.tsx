import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { MachineView } from '../../../domain/people/machine-api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { AddMachine, MachineActs } from './machine-acts.tsx';
import { useMachines } from './use-machines.ts';

const Entry = ({ machine }: { machine: MachineView }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { name, scopes, clientId, secretSince, previousUntil } = machine;
  return (
    <li>
      <p>
        <b>{name}</b>
      </p>
      <ul className="small dotted">
        {scopes.map((scope) => (
          <li key={scope}>{t(`machines.scope.${scope}`)}</li>
        ))}
      </ul>
      <p className="small muted">
        {t('machines.clientId')} <code className="mono">{clientId}</code> ·{' '}
        {t('machines.since', { at: dateTime(secretSince) })}
      </p>
      {previousUntil !== null && <p className="small">{t('machines.previous', { at: dateTime(previousUntil) })}</p>}
      <MachineActs machine={machine} />
    </li>
  );
};

/** Every system that signs in by the API. */
export const MachineTile = (): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useMachines();
  return (
    <Tile title={t('machines.list')}>
      <p>{t('machines.what')}</p>
      <AddMachine />
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && <p className="muted">{t('machines.none')}</p>}
      <ul className="people">
        {data?.items.map((machine) => (
          <Entry key={machine.id} machine={machine} />
        ))}
      </ul>
      {data && (
        <p className="small muted">
          {t('machines.tokenUrl')}: <code className="mono">{data.tokenUrl}</code>
        </p>
      )}
    </Tile>
  );
};
