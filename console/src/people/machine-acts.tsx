import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { MachineView, MachineWithSecret } from '../../../domain/people/machine-api.ts';
import { Notice } from '../shell/notice.tsx';
import { MachineFields, type MachineDraft } from './machine-fields.tsx';
import { Reasoned } from './reasoned.tsx';
import { machinePath, useMachineChange } from './use-machines.ts';

type Props = { machine: MachineView };

const empty: MachineDraft = { name: '', scopes: ['look'] };

/** The one time that somebody sees it. */
const Secret = ({ of }: { of: MachineWithSecret | undefined }): ReactNode => {
  const { _: t } = useLingui();
  if (!of) return null;
  return (
    <Notice tone="warn" role="note" title={t('machines.secret')}>
      <p>
        <code className="mono">{of.machine.clientId}</code>
      </p>
      <p>
        <code className="mono">{of.secret}</code>
      </p>
      <p>{t('machines.secretHint')}</p>
    </Notice>
  );
};

export const AddMachine = (): ReactNode => {
  const { _: t } = useLingui();
  const [draft, setDraft] = useState(empty);
  const adding = useMachineChange<MachineWithSecret>({ path: '/machines' });
  return (
    <>
      <Reasoned
        label={t('machines.add')}
        title={t('machines.add')}
        isBusy={adding.isPending}
        error={adding.error}
        onAct={(reason, close) => adding.mutate({ ...draft, reason }, { onSuccess: close })}
        onOpen={() => {
          setDraft(empty);
          adding.reset();
        }}
      >
        <p>{t('machines.add.effect')}</p>
        <MachineFields draft={draft} onChange={setDraft} />
      </Reasoned>
      <Secret of={adding.data} />
    </>
  );
};

const Change = ({ machine }: Props): ReactNode => {
  const { _: t } = useLingui();
  const [draft, setDraft] = useState<MachineDraft>(machine);
  const changing = useMachineChange<MachineView>({ path: machinePath(machine), method: 'put' });
  const onAct = (reason: string, close: () => void): void => {
    const { name, scopes } = draft;
    changing.mutate({ name, scopes, reason }, { onSuccess: close });
  };
  return (
    <Reasoned
      label={t('machines.change')}
      title={t('machines.change.title', { name: machine.name })}
      isBusy={changing.isPending}
      error={changing.error}
      onAct={onAct}
      onOpen={() => setDraft(machine)}
    >
      <p>{t('machines.change.effect')}</p>
      <MachineFields draft={draft} onChange={setDraft} />
    </Reasoned>
  );
};

const Rotate = ({ machine }: Props): ReactNode => {
  const { _: t } = useLingui();
  const rotating = useMachineChange<MachineWithSecret>({ path: machinePath(machine, 'secret') });
  return (
    <>
      <Reasoned
        label={t('machines.rotate')}
        title={t('machines.rotate.title', { name: machine.name })}
        isBusy={rotating.isPending}
        error={rotating.error}
        onAct={(reason, close) => rotating.mutate({ reason }, { onSuccess: close })}
      >
        <p>{t('machines.rotate.effect')}</p>
      </Reasoned>
      <Secret of={rotating.data} />
    </>
  );
};

const Revoke = ({ machine }: Props): ReactNode => {
  const { _: t } = useLingui();
  const revoking = useMachineChange<MachineView>({ path: machinePath(machine, 'revoke') });
  return (
    <Reasoned
      label={t('machines.revoke')}
      title={t('machines.revoke.title', { name: machine.name })}
      isBusy={revoking.isPending}
      error={revoking.error}
      onAct={(reason, close) => revoking.mutate({ reason }, { onSuccess: close })}
    >
      <p>{t('machines.revoke.effect')}</p>
    </Reasoned>
  );
};

/** All that can be done with one machine. */
export const MachineActs = ({ machine }: Props): ReactNode => (
  <div className="row">
    <Change machine={machine} />
    <Rotate machine={machine} />
    <Revoke machine={machine} />
  </div>
);
