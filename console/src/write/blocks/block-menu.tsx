import { useEffect, useId, useRef, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';

export type Item = { key: string; label: string; detail?: string; onChoose: () => void };
type Props = { label: string; items: readonly Item[]; button?: ComponentProps<'button'> };

/** Which item a key goes to, see the menu button pattern of the ARIA Authoring Practices; undefined: it is no such key. */
const goesTo = (key: string, at: number, items: readonly Item[]): number | undefined => {
  const { length } = items;
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at + length - 1) % length;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if (key.length !== 1) return undefined;
  const order = items.map((_, index) => (at + 1 + index) % length);
  return order.find((index) => items[index]?.label.toLowerCase().startsWith(key.toLowerCase()));
};

const List = ({ items, id, onClose }: { items: readonly Item[]; id: string; onClose: () => void }): ReactNode => {
  const list = useRef<HTMLDivElement>(null);
  const buttons = (): HTMLElement[] => [...(list.current?.querySelectorAll('button') ?? [])];
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const press = (event: KeyboardEvent): void => {
    const all = buttons();
    const to = goesTo(
      event.key,
      all.findIndex((button) => button === document.activeElement),
      items,
    );
    if (to === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (to === undefined) onClose();
    else all[to]?.focus();
  };
  return (
    <div className="menu" role="menu" id={id} ref={list} tabIndex={-1} onKeyDown={press}>
      {items.map(({ key, label, detail, onChoose }) => (
        <button key={key} className="menu-item" type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
          {label}
          {detail !== undefined && detail !== '' && <small>{detail}</small>}
        </button>
      ))}
    </div>
  );
};

/** A button that offers things to put in: arrows move among them, letters find one, and only choosing does something. */
export const BlockMenu = ({ label, items, button }: Props): ReactNode => {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };
  const choosing = items.map((item) => ({
    ...item,
    onChoose: () => {
      setOpen(false);
      item.onChoose();
    },
  }));
  return (
    <div
      className="menu-at"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <button
        className="btn slim"
        {...button}
        type="button"
        ref={trigger}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && <List items={choosing} id={id} onClose={close} />}
    </div>
  );
};
