import type { Opened } from './render-citation.ts';

/** How long a pointer rests before it is shown, and how long it may be gone, in milliseconds. */
const REST = 150;
const GONE = 200;

/**
 * A citation looked at in passing: shown while a pointer rests on its marker or the keyboard has
 * come to it, and while the pointer is on what is shown. It moves nothing in the page.
 */
export class Glimpse {
  opened: Opened | null = null;
  private at: DOMRect | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called after every change */
  constructor(private readonly changed: () => void) {}

  readonly show = (opened: Opened, event: Event): void => {
    const marker = event.currentTarget as HTMLElement;
    if (event.type === 'focus' ? !marker.matches(':focus-visible') : (event as PointerEvent).pointerType !== 'mouse') return;
    this.later(REST, () => {
      this.at = marker.getBoundingClientRect();
      this.opened = opened;
    });
  };

  readonly stay = (): void => clearTimeout(this.timer);

  readonly leave = (): void => {
    if (this.opened) this.later(GONE, () => (this.opened = null));
    else clearTimeout(this.timer);
  };

  readonly hide = (): void => {
    clearTimeout(this.timer);
    if (this.opened === null) return;
    this.opened = null;
    this.changed();
  };

  /** Puts what is shown beside its marker, above the page, within the window. */
  place(shown: HTMLElement): void {
    const { at } = this;
    if (!at || !shown.showPopover) return;
    shown.showPopover();
    const { width, height } = shown.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left - 24, document.documentElement.clientWidth - width - 8));
    const below = at.bottom + 6;
    const top = below + height < innerHeight ? below : Math.max(8, at.top - height - 6);
    shown.style.setProperty('left', `${left}px`);
    shown.style.setProperty('top', `${top}px`);
  }

  private later(milliseconds: number, change: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      change();
      this.changed();
    }, milliseconds);
  }
}
