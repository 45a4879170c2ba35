import type { StageEvent } from '../../model/stage-event.ts';

/** The bus certainly did not take the event. Named as EventBridge's own error. */
export class NotPublished extends Error {
  constructor(name: string) {
    super('the event bus did not take the event');
    this.name = name;
  }
}

/** @throws NotPublished; any other error leaves open whether it is on the bus */
export type Bus = { publish(event: StageEvent): Promise<void> };
