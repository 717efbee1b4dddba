/** Milliseconds for which a button says what became of it. */
const SAYS = 2000;

/** Shows the buttons that copy what is in their box, and has them do it. */
export function addCopying(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.getAttribute('aria-label') ?? 'Copy';
    const say = (text: string): void => {
      button.setAttribute('aria-label', text);
      button.title = text;
    };
    say(label);
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = button.closest('.code-box')?.querySelector('code')?.textContent ?? '';
      say((await hasCopied(text)) ? 'Copied' : 'Not copied: select it');
      setTimeout(() => say(label), SAYS);
    });
  }
}

async function hasCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https a page may have no clipboard.
    return false;
  }
}
