import { Check, Copy as CopyIcon } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Copies a text; says so for two seconds, and where the browser does not let it. */
export function CopyButton({
  text,
  label = 'Copy',
  square = false,
}: {
  text: string;
  label?: string;
  square?: boolean;
}) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => setState((await writeClipboard(text)) ? 'copied' : 'refused');
  const said = { ready: label, copied: 'Copied', refused: 'Not copied: select it' }[state];
  return (
    <Button small square={square} {...(square && { label: said })} onClick={() => void copy()}>
      <Icon of={state === 'copied' ? Check : CopyIcon} />
      {!square && <span aria-live="polite">{said}</span>}
    </Button>
  );
}

/** A text in a box that can be copied, such as a command. */
export function CodeBox({ text, label }: { text: string; label: string }) {
  return (
    <div class="code-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get there */}
      <section tabIndex={0} aria-label={label}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <CopyButton text={text} label={`Copy ${label}`} square />
    </div>
  );
}

/** Puts a text on the clipboard; false where the browser does not let it. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https a page has no clipboard but on this machine itself.
    return false;
  }
}
