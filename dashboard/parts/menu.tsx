import { Ellipsis, type LucideIcon } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** Something that can be done with a row. */
export interface MenuItem {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly isDanger?: boolean;
  readonly onChoose: () => void;
}

/** What can be done with a row, behind one button: a popover of the browser's own, which Escape closes. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const place = (isOpen: boolean): void => {
    const [box, list] = [button.current?.getBoundingClientRect(), menu.current];
    if (!isOpen || box === undefined || list === null) return;
    const isLow = box.bottom + list.offsetHeight > innerHeight - 8;
    list.style.top = `${isLow ? box.top - list.offsetHeight - 4 : box.bottom + 4}px`;
    list.style.left = `${Math.max(8, box.right - list.offsetWidth)}px`;
    list.querySelector('button')?.focus();
  };
  return (
    <div class="menu-box">
      <button
        type="button"
        class="button plain small square"
        ref={button}
        popovertarget={id}
        aria-label={label}
        title={label}
      >
        <Icon of={Ellipsis} />
      </button>
      <div id={id} class="menu" ref={menu} popover="auto" onToggle={(event) => place(event.newState === 'open')}>
        {items.map(({ name, icon, isDanger = false, onChoose }) => (
          <button
            key={name}
            type="button"
            class={isDanger ? 'menu-item danger' : 'menu-item'}
            onClick={() => {
              menu.current?.hidePopover();
              onChoose();
            }}
          >
            <Icon of={icon} />
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
