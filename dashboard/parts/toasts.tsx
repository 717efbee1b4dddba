import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import { Button } from './button.tsx';

/** Something that was done, said beside the page. */
interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isBad: boolean;
  readonly undo: (() => void) | undefined;
}

type Tell = (text: string, options?: { isBad?: boolean; undo?: () => void }) => void;

const Told = createContext<Tell>(() => undefined);

/** Milliseconds for which something is said; with a way to undo it stays longer. */
const STAYS = { plain: 5000, undo: 12_000 };

/** Says what was done, with a way to undo it where there is one. */
export function useTell(): Tell {
  return useContext(Told);
}

/** The page, and what is said beside it. */
export function Toasts({ children }: { children: ComponentChildren }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  const tell = useMemo<Tell>(() => {
    let id = 0;
    return (text, { isBad = false, undo } = {}) => {
      id += 1;
      const toast = { id, text, isBad, undo };
      setToasts((before) => [...before, toast].slice(-4));
      setTimeout(() => drop(toast.id), undo === undefined ? STAYS.plain : STAYS.undo);
    };
  }, [drop]);
  return (
    <Told.Provider value={tell}>
      {children}
      <div class="toasts" role="status">
        {toasts.map(({ id, text, isBad, undo }) => (
          <div key={id} class={isBad ? 'toast bad' : 'toast'}>
            <span class="anywhere">{text}</span>
            {undo !== undefined && (
              <Button
                small
                onClick={() => {
                  drop(id);
                  undo();
                }}
              >
                Undo
              </Button>
            )}
          </div>
        ))}
      </div>
    </Told.Provider>
  );
}
