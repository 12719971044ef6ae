import { svg, html, type TemplateResult } from 'lit';

export const close = icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const forget = icon(svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5"/>`);
export const share = icon(svg`<path d="M12 15V4M8 7.5L12 4l4 3.5M5 13v6.5h14V13"/>`);
export const save = icon(svg`<path d="M12 4v11M8 11.5l4 3.5 4-3.5M5 19.5h14"/>`);
export const copy = icon(svg`<path d="M9 9h10.5v10.5H9zM5 15H4.5V4.5H15V5"/>`);
export const thumb = icon(svg`<path d="M4.5 11h3v8.5h-3zM7.5 11L11 4.5c1.7 0 2.3 1.2 2 2.7L12.5 10h6l-1.5 9.500H7.5"/>`);
export const bubble = icon(
  svg`<path d="M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-6.5L8 20.5v-4H5A1.5 1.5 0 0 1 3.5 15V7A1.5 1.5 0 0 1 5 5.5z"/><path d="M8 9.500h8M8 12.700h5"/>`,
);

function icon(drawing: TemplateResult): TemplateResult {
  return html`<svg class="drawn" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${drawing}</svg>`;
}
