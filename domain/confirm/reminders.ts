import type { Gate, RunIn } from '../model/run.ts';

export type DueReminder = {
  /** The gate as it is once they are reminded. */
  gate: Gate;
  /** The further group is to be asked now. */
  escalates: boolean;
};

/** The reminder that is due, if one is: several that were missed are one. */
export const dueReminder = (run: RunIn<'AwaitingConfirmation'>, now: string): DueReminder | undefined => {
  const { gate, preparation } = run;
  if (!gate || now >= run.deadline) return undefined;
  const begun = Date.parse(gate.requestedAt);
  const passed = ((Date.parse(now) - begun) / (Date.parse(run.deadline) - begun)) * 100;
  const { remindAt, escalateTo } = preparation.policy;
  const due = remindAt.filter((percent) => percent <= passed && !gate.reminded.includes(percent));
  if (due.length === 0) return undefined;
  const escalates = escalateTo !== null && !gate.escalated && due.includes(Math.max(...remindAt));
  return { gate: { ...gate, reminded: [...gate.reminded, ...due], escalated: gate.escalated || escalates }, escalates };
};
