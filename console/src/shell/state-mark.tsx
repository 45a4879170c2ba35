import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunState } from '../../../domain/model/run.ts';
import { Icon, type IconName } from './icon.tsx';

/** `Draft`: a campaign without a run. */
export type ShownState = RunState | 'Draft';

type Look = { look: string; icon: IconName };

const looks: Record<ShownState, Look> = {
  Draft: { look: 'st-draft', icon: 'text' },
  Preparing: { look: 'st-preparing', icon: 'preparing' },
  PreparationFailed: { look: 'st-stopped', icon: 'warn' },
  AwaitingConfirmation: { look: 'st-awaiting', icon: 'awaiting' },
  Scheduled: { look: 'st-scheduled', icon: 'scheduled' },
  Sending: { look: 'st-sending', icon: 'sending' },
  Paused: { look: 'st-paused', icon: 'paused' },
  Finished: { look: 'st-finished', icon: 'finished' },
  Stopped: { look: 'st-stopped', icon: 'stopped' },
  Rejected: { look: 'st-rejected', icon: 'rejected' },
  Expired: { look: 'st-expired', icon: 'expired' },
  Skipped: { look: 'st-skipped', icon: 'expired' },
};

/** Class that gives a subtree the colours of a state. */
export const lookOf = (state: ShownState): string => looks[state].look;

export const iconOf = (state: ShownState): IconName => looks[state].icon;

/** Glyph, word and colour of a state: always the three. */
export const StateMark = ({ state }: { state: ShownState }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <span className={`state ${lookOf(state)}`}>
      <Icon name={iconOf(state)} />
      {t(`shell.state.${state}`)}
    </span>
  );
};
