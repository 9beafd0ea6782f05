/** Signs that must look the same whatever fonts a machine has. */
import { html, svg, type TemplateResult } from 'lit-html';

const PATHS = {
  look: svg`<circle cx="10.5" cy="10.5" r="6" /><path d="M15 15l5.5 5.5" />`,
  reply: svg`<path d="M9 6l-5 5 5 5M4 11h9a7 7 0 0 1 7 7v1" />`,
  more: svg`<circle cx="5" cy="12" r="1" /><circle cx="12" cy="12" r="1" /><circle cx="19" cy="12" r="1" />`,
  add: svg`<path d="M12 5v14M5 12h14" />`,
  send: svg`<path d="M4 12l16-8-6 16-3-7z" />`,
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
  list: svg`<path d="M4 6h16M4 12h16M4 18h16" />`,
  eye: svg`<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7z" /><circle cx="12" cy="12" r="3" />`,
  bell: svg`<path d="M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4" />`,
  file: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4" />`,
  thread: svg`<path d="M4 5h16v11H10l-5 4v-4H4z" />`,
  lock: svg`<path d="M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3" />`,
  mail: svg`<path d="M3 6h18v12H3zM3 7l9 7 9-7" />`,
};

export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}
