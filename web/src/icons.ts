import { svg, html, type TemplateResult } from 'lit';

export const close = icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const anew = icon(svg`<path d="M12 5v14M5 12h14"/>`);
export const bubble = icon(
  svg`<path d="M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-6.5L8 20.5v-4H5A1.5 1.5 0 0 1 3.5 15V7A1.5 1.5 0 0 1 5 5.5z"/><path d="M8 9.5h8M8 12.7h5"/>`,
);

function icon(drawing: TemplateResult): TemplateResult {
  return html`<svg class="drawn" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${drawing}</svg>`;
}
