import { useId, type ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** To the right of the title: since when the figures hold, a count, a button. */
  asOf?: ReactNode;
  footer?: ReactNode;
  className?: string;
  /** False: the children bring their own margins (a table that reaches the edges). */
  padded?: boolean;
  children: ReactNode;
};

/** A tile with a title, and the region that bears its name. */
export const Tile = ({ title, asOf, footer, className = '', padded = true, children }: Props): ReactNode => {
  const id = useId();
  return (
    <section className={`tile ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {asOf !== undefined && <span className="asof push">{asOf}</span>}
      </header>
      {padded ? <div className="in">{children}</div> : children}
      {footer !== undefined && <footer>{footer}</footer>}
    </section>
  );
};
