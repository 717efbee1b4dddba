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

/** Makes the inputs of a long list one stop for Tab: arrow keys go through them, and where the one with the focus is taken away, the next has it. */
export function useOneStop(list: RefObject<HTMLElement>): void {
  const last = useRef<{ readonly input: HTMLInputElement; readonly index: number }>();
  useEffect(() => {
    const inputs = inputsOf(list.current);
    const lost = last.current?.input.isConnected === false ? last.current : undefined;
    if (lost !== undefined) {
      last.current = undefined;
      inputs[Math.min(lost.index, inputs.length - 1)]?.focus();
    }
    if (!inputs.some((input) => input.tabIndex === 0)) inputs[0]?.setAttribute('tabindex', '0');
  });
  useEffect(() => {
    const box = list.current;
    if (box === null) return;
    const enter = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLInputElement)) return;
      const inputs = inputsOf(box);
      last.current = { input: target, index: inputs.indexOf(target) };
      for (const input of inputs) input.tabIndex = input === target ? 0 : -1;
    };
    const leave = ({ relatedTarget }: FocusEvent): void => {
      // To somewhere else; where its input is taken away, the focus goes nowhere.
      if (relatedTarget !== null) last.current = undefined;
    };
    const move = (event: KeyboardEvent): void => {
      const next = MOVES[event.key];
      if (next === undefined || last.current === undefined) return;
      const inputs = inputsOf(box);
      event.preventDefault();
      inputs[next(last.current.index, inputs.length - 1)]?.focus();
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
