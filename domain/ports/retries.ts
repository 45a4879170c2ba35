/**
 * Waits before something is tried again: longer from time to time, and never as long as others wait who met at the same.
 * One `Waits` for each thing that is tried. False: it was tried often enough.
 */
export type Waits = () => Promise<boolean>;
export type Retries = () => Waits;
