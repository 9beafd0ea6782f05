/** The frame of what opens at the side. */
import { html, type TemplateResult } from 'lit-html';

import { icon } from './icons.ts';
import { changed, model } from './model.ts';

export function panelFrame(title: string, inside: unknown): TemplateResult {
  return html`<aside class="panel" aria-labelledby="panel-title">
    <div class="panel-head">
      <h2 id="panel-title" tabindex="-1">${title}</h2>
      <button
        class="icon-button"
        aria-label="Close this panel"
        @click=${() => {
          model.panel = undefined;
          changed();
        }}
      >${icon('close')}</button>
    </div>
    <div class="panel-body" tabindex="0" role="region" aria-label=${title}>${inside}</div>
  </aside>`;
}
