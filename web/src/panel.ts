/** A floating one covers windows narrower than this; the style sheet says the same. */
const PHONE = '(max-width: 30rem)';

/** Opens a floating one: on a phone over the whole page, elsewhere beside it. */
export function openPanel(panel: HTMLDialogElement, field: HTMLElement | null): void {
  if (matchMedia(PHONE).matches) {
    panel.showModal();
    keepInView(panel);
  } else {
    panel.show();
    field?.focus();
  }
}

/** Keeps a panel in what the on-screen keyboard leaves of the window. */
function keepInView(panel: HTMLDialogElement): void {
  const view = globalThis.visualViewport;
  if (!view) return;
  const fit = () => {
    panel.style.setProperty('--top', `${view.offsetTop}px`);
    panel.style.setProperty('--height', `${view.height}px`);
  };
  const over = new AbortController();
  view.addEventListener('resize', fit, over);
  view.addEventListener('scroll', fit, over);
  panel.addEventListener('close', () => over.abort(), { once: true });
  fit();
}
