/** Copies text and says so on the button; where the clipboard is refused, offers the text to be copied by hand. */

/** How long the button says "Copied", in milliseconds. */
const SHOWN = 2_000;

export async function copyText(text: string, button: HTMLElement): Promise<void> {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = label;
    }, SHOWN);
  } catch {
    showForHand(text, button);
  }
}

function showForHand(text: string, button: HTMLElement): void {
  const area = document.createElement('textarea');
  area.className = 'copy-by-hand';
  area.readOnly = true;
  area.value = text;
  area.setAttribute('aria-label', 'The browser refused to copy: copy this text by hand');
  button.after(area);
  area.select();
  area.addEventListener('blur', () => {
    area.remove();
  });
}
