import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

/** One of several things that stand in one place. */
export interface Tab {
  readonly name: string;
  readonly content: () => ComponentChildren;
}

/** Several things in one place: arrow keys go from one to the next. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number): void => {
    const next = (index + tabs.length) % tabs.length;
    setChosen(next);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: chosen + 1,
    ArrowLeft: chosen - 1,
    Home: 0,
    End: tabs.length - 1,
  };
  return (
    <div class="stack tight">
      <div class="tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map(({ name }, index) => (
          <button
            key={name}
            type="button"
            class="tab"
            role="tab"
            id={`${id}-${index}`}
            aria-selected={index === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => setChosen(index)}
            onKeyDown={({ key }) => {
              const next = moves[key];
              if (next !== undefined) go(next);
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} class="stack">
        {tabs[chosen]?.content()}
      </div>
    </div>
  );
}
