/**
 * Of things of which there are only so many, or whose names differ. Whoever adds one looks at all of them first, and says
 * with it what the number was before they looked: somebody who was faster has raised it.
 */
export type Additions = {
  /** Raised with each addition, and with each new name. Consistent. */
  additions(): Promise<number>;
};
