/**
 * The script that sites embed: defines `<advisor-chat>`, and adds a floating one to a page that has
 * none. One that the page adds later takes its place.
 */
import { AdvisorChat } from './advisor-chat.ts';

const NAME = 'advisor-chat';

let own: AdvisorChat | null = null;

class Widget extends AdvisorChat {
  override connectedCallback(): void {
    super.connectedCallback();
    if (own !== this) own?.remove();
  }
}

function float(): void {
  if (document.querySelector(NAME)) return;
  own = new Widget();
  own.layout = 'float';
  document.body.append(own);
}

// the script may be there twice
if (!customElements.get(NAME)) {
  customElements.define(NAME, Widget);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', float);
  else float();
}
