import { useLingui } from '@lingui/react';
import { useId, useState, type ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useReassign } from './use-confirming.ts';

type FieldsProps = {
  run: RunView;
  from: string;
  to: string;
  onChange: (change: { from?: string; to?: string }) => void;
};

const Fields = ({ run, from, to, onChange }: FieldsProps): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <>
      <div className="lab">
        <label htmlFor={`${id}-from`}>{t('confirm.reassign.from')}</label>
        <select
          id={`${id}-from`}
          className="input"
          value={from}
          onChange={({ target }) => onChange({ from: target.value })}
        >
          {run.approvers.map(({ sub, name }) => (
            <option key={sub} value={sub}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="lab">
        <label htmlFor={`${id}-to`}>{t('confirm.reassign.to')}</label>
        <input
          id={`${id}-to`}
          className="input"
          type="email"
          list={`${id}-known`}
          value={to}
          onChange={({ target }) => onChange({ to: target.value })}
        />
        <datalist id={`${id}-known`}>
          {run.approversMissing?.canTake.map(({ sub, name, email }) => (
            <option key={sub} value={email}>
              {name}
            </option>
          ))}
        </datalist>
      </div>
    </>
  );
};

/** Moves one approver's part to another person; for approvers and administrators. */
export const ReassignButton = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState({ from: '', to: '' });
  const reassigning = useReassign(run.id);
  const [first] = run.approvers;
  if (!run.you.mayReassign || !first) return null;
  const body = { from: chosen.from || first.sub, to: chosen.to.trim() };
  return (
    <>
      <button className="btn slim" type="button" onClick={() => setOpen(true)}>
        {t('confirm.reassign')}
      </button>
      <Ask
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('confirm.reassign')}
        cancel={t('confirm.cancel')}
        act={
          <button
            className="btn primary"
            type="button"
            disabled={body.to === '' || reassigning.isPending}
            onClick={() => reassigning.mutate(body, { onSuccess: () => setOpen(false) })}
          >
            {t(reassigning.isPending ? 'confirm.busy' : 'confirm.reassign')}
          </button>
        }
      >
        <p>{t('confirm.reassign.why')}</p>
        <Fields run={run} {...body} onChange={(change) => setChosen({ ...chosen, ...change })} />
        <ProblemNote error={reassigning.error} />
      </Ask>
    </>
  );
};
