import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const MOVES: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  PageDown: (index, last) => Math.min(index + 10, last),
  PageUp: (index) => Math.max(index - 10, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Makes the inputs of a long list one stop for Tab: arrow keys go through them, and what is removed under the focus gives it to the next. */
export function useOneStop(list: RefObject<HTMLElement>): void {
  // The place of the input that has the focus, as long as one of the list has it.
  const focused = useRef<number>();
  useEffect(() => {
    const inputs = inputsOf(list.current);
    const isLost = focused.current !== undefined && document.activeElement === document.body;
    if (isLost) inputs[Math.min(focused.current ?? 0, inputs.length - 1)]?.focus();
    if (!inputs.some((input) => input.tabIndex === 0)) inputs[0]?.setAttribute('tabindex', '0');
  });
  useEffect(() => {
    const box = list.current?.parentElement;
    if (box == null) return;
    const enter = ({ target }: FocusEvent): void => {
      const inputs = inputsOf(list.current);
      const index = inputs.findIndex((input) => input === target);
      focused.current = index === -1 ? undefined : index;
      if (index === -1) return;
      for (const input of inputs) input.tabIndex = input === target ? 0 : -1;
    };
    const move = (event: KeyboardEvent): void => {
      const next = MOVES[event.key];
      if (next === undefined || focused.current === undefined || !list.current?.contains(event.target as Node)) return;
      const inputs = inputsOf(list.current);
      event.preventDefault();
      inputs[next(focused.current, inputs.length - 1)]?.focus();
    };
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null) focused.current = undefined;
    };
    box.addEventListener('focusin', enter);
    box.addEventListener('focusout', leave);
    box.addEventListener('keydown', move);
    return () => {
      box.removeEventListener('focusin', enter);
      box.removeEventListener('focusout', leave);
      box.removeEventListener('keydown', move);
    };
  }, [list]);
}

function inputsOf(list: HTMLElement | null): HTMLInputElement[] {
  return [...(list?.querySelectorAll('input') ?? [])];
}
