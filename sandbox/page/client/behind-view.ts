/** A look behind an answer: what was sent to Discord and when, and what the bot did for it. */
import { html, nothing, type TemplateResult } from 'lit-html';

import type { Behind, BehindRequest, Work, WorkLine } from '../shapes.ts';
import { articleView, showSentence } from './article-view.ts';
import { model } from './model.ts';
import { panelFrame } from './panel.ts';

const ACKNOWLEDGEMENTS: Record<number, string> = {
  4: 'with the answer itself',
  5: 'with “thinking…”',
  6: 'quietly, to change the message later',
  7: 'by changing the message at once',
  8: 'with suggestions',
  9: 'with a form',
};

export function behindView(): TemplateResult | typeof nothing {
  if (model.panel?.kind !== 'behind') return nothing;
  const { behind, error } = model.panel;
  const inside = behind ? content(behind) : html`<p class="faint" role="status">${error || 'Looking…'}</p>`;
  return panelFrame('Behind this answer', inside);
}

function content(behind: Behind): TemplateResult {
  const newest = behind.work.at(-1);
  return html`${summary(behind, newest)} ${newest ? workView(newest) : html`<p class="faint">The bot told nothing about its work on this message: it only showed what was there, or did it before the last start.</p>`}
  <h3>What it sent to Discord</h3>
  ${timeline(behind)} ${behind.requests.map((request) => requestView(request, behind))}
  <p class="faint">Every body was held against Discord’s official description of the operation.</p>`;
}

function ms(value: number): string {
  // Two clocks of one machine: what came first may seem to have come a little before it was asked for.
  if (value < 1) return 'at once';
  return value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

function summary(behind: Behind, work: Work | undefined): TemplateResult {
  const { acknowledged, states, startedAt } = behind;
  const last = states.filter((one) => !one.isThinking).at(0);
  const tokens = work?.calls.reduce((sum, call) => sum + call.input + call.output, 0) ?? 0;
  return html`<dl class="facts">
    ${acknowledged ? fact('Acknowledged', `${ms(acknowledged.afterMs)}, ${ACKNOWLEDGEMENTS[acknowledged.type] ?? `type ${acknowledged.type}`}`) : nothing}
    ${last ? fact('First words shown', `${ms(last.at - startedAt)} after the request`) : nothing}
    ${work?.engine ? fact('Engine', work.engine.model ?? 'embedded rules, no model') : nothing}
    ${work ? fact('Model calls', work.calls.length === 0 ? 'none' : `${work.calls.length}, ${tokens} tokens`) : nothing}
    ${work?.isFromCache ? fact('Result', 'kept from an earlier request') : nothing}
    ${work?.failure ? fact('Ended with', work.failure) : nothing}
  </dl>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function workView(work: Work): TemplateResult {
  return html`<h3>What the bot did</h3>
    <ol class="stages">
      ${work.stages.map((stage) => html`<li><span>${stage.name}</span> <span class="faint">${ms(stage.afterMs)}</span></li>`)}
      <li><span>done</span> <span class="faint">${ms(work.durationMs)}</span></li>
    </ol>
    ${work.calls.length > 0 ? calls(work) : nothing} ${work.lines.length > 0 ? lines(work) : nothing}
    ${work.checks.length > 0 ? checks(work) : nothing} ${work.article ? articleView(work) : nothing}`;
}

function calls(work: Work): TemplateResult {
  return html`<h3>Model calls</h3>
    <table>
      <thead><tr><th>For</th><th>Model</th><th>Tokens in</th><th>Tokens out</th></tr></thead>
      <tbody>
        ${work.calls.map(
          (call) =>
            html`<tr><td>${call.purpose}</td><td>${call.model}</td><td>${call.input}</td><td>${call.output}${call.estimated ? ' (counted by us)' : ''}</td></tr>`,
        )}
      </tbody>
    </table>`;
}

function lines(work: Work): TemplateResult {
  return html`<h3>Lines and what they rest on</h3>
    <p class="faint">Press a number to see the sentence in the article.</p>
    <ul class="lines">${work.lines.map(lineView)}</ul>`;
}

function lineView(line: WorkLine): TemplateResult {
  const facts = [line.kind, line.stance, line.origin].filter(Boolean).join(' · ');
  return html`<li>
    ${line.speaker ? html`<strong>${line.speaker}: </strong>` : nothing}${line.text}
    ${line.evidence.map((number) => html`<button class="evidence" aria-label="Sentence ${number}" @click=${() => showSentence(number)}>${number}</button>`)}
    ${line.quotations.map((id) => html`<span class="quotation-id">${id}</span>`)} <span class="faint">${facts}</span>
  </li>`;
}

function checks(work: Work): TemplateResult {
  const touched = work.checks.filter((check) => check.reasons.length > 0 || check.decision !== 'kept');
  const untouched = work.checks.length - touched.length;
  return html`<h3>Checks</h3>
    <p>${untouched} of ${work.checks.length} lines passed untouched.</p>
    <ul class="lines">
      ${touched.map((check) => html`<li><strong>${check.decision}</strong> (${check.about})${check.reasons.length > 0 ? html`: ${check.reasons.join('; ')}` : nothing}</li>`)}
    </ul>`;
}

function timeline(behind: Behind): TemplateResult {
  return html`<details>
    <summary>${behind.states.length} ${behind.states.length === 1 ? 'state' : 'states'} of the message</summary>
    <ol class="states">
      ${behind.states.map(
        (state) =>
          html`<li><span class="faint">${ms(state.at - behind.startedAt)}, ${state.kind}</span><br />${state.text.slice(0, 160)}${state.text.length > 160 ? '…' : ''}</li>`,
      )}
    </ol>
  </details>`;
}

function requestView(request: BehindRequest, behind: Behind): TemplateResult {
  const isFine = request.status > 0 && request.status < 400 && request.problems.length === 0;
  return html`<details class="request">
    <summary>
      <span class="verdict ${isFine ? 'good' : 'bad'}">${isFine ? '✓' : '✗'}</span>
      <strong>${request.method}</strong> <code>${request.route}</code>
      <span class="faint">
        ${request.status === 0 ? 'open' : request.status}${request.code ? ` (${request.code})` : ''} · at ${ms(request.at - behind.startedAt)}
        ${request.tookMs === undefined ? '' : `, took ${ms(request.tookMs)}`}
      </span>
    </summary>
    ${request.problems.map((problem) => html`<p class="failed">${problem}</p>`)}
    ${request.files.map((file) => html`<p class="faint">with ${file.filename}, ${file.size} bytes</p>`)}
    <pre tabindex="0">${request.body === undefined ? '(no body)' : JSON.stringify(request.body, null, 2)}</pre>
  </details>`;
}
