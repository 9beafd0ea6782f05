/** The article as the bot read it, with its sentences, evidence and quotations marked; and the list of articles to try. */
import { html, nothing, type TemplateResult } from 'lit-html';

import type { Work } from '../shapes.ts';
import { link } from './markdown-view.ts';
import { drawNow, model, status } from './model.ts';
import { panelFrame } from './panel.ts';

type Article = NonNullable<Work['article']>;
type Sentence = Article['sentences'][number];

export function articleView(work: Work): TemplateResult | typeof nothing {
  const { article } = work;
  if (!article) return nothing;
  const used = new Set(work.lines.flatMap((line) => line.evidence));
  const quoted = new Set(work.lines.flatMap((line) => line.quotations));
  const paragraphs = Map.groupBy(article.sentences, (sentence) => sentence.paragraph);
  const reasons = article.reasons.length > 0 ? ` (${article.reasons.join(', ')})` : '';
  return html`<h3>The article as it was read</h3>
    <p class="faint">${article.words} words, ${article.extent}${reasons}, language ${article.language}. Sentences that a line rests on are marked; quotations that were printed are framed.</p>
    ${article.address ? html`<p>${link(article.address, article.title ?? article.address)}</p>` : nothing}
    <div class="article">
      ${[...paragraphs.values()].map((sentences) => html`<p>${sentences.map((one) => sentenceView(article, one, used.has(one.number), quoted))}</p>`)}
    </div>`;
}

function sentenceView(
  article: Article,
  sentence: Sentence,
  isUsed: boolean,
  quoted: ReadonlySet<string>,
): TemplateResult {
  return html`<span class="sentence ${isUsed ? 'used' : ''}" id="sentence-${sentence.number}" tabindex="-1"
    ><sup>${sentence.number}</sup>${pieces(article, sentence, quoted)}</span
  > `;
}

/** The text of a sentence, cut at its quotations. */
function pieces(article: Article, sentence: Sentence, quoted: ReadonlySet<string>): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = sentence.start;
  for (const quotation of article.quotations) {
    const start = Math.max(quotation.start, at);
    const end = Math.min(quotation.end, sentence.end);
    if (start >= end) continue;
    parts.push(article.text.slice(at, start));
    const words = article.text.slice(start, end);
    parts.push(html`<mark class=${quoted.has(quotation.id) ? 'printed' : ''} title=${quotation.id}>${words}</mark>`);
    at = end;
  }
  parts.push(article.text.slice(at, sentence.end));
  return parts;
}

export function showSentence(number: number): void {
  const element = document.getElementById(`sentence-${number}`);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

export function articlesView(): TemplateResult {
  const now = status();
  return panelFrame(
    'Articles to try',
    html`<p class="faint">A news site on this machine, with invented stories. Post a link, or give it to a command such as /summarise.</p>
      <ul class="articles">
        ${(now?.articles ?? []).map(
          (one) => html`<li>
            ${link(one.url, one.title)} ${one.note ? html`<p class="faint">${one.note}</p>` : nothing}
            <div class="article-acts">
              <button class="button secondary" aria-label="Use link: ${one.title}" @click=${() => useLink(one.url)}>Use link</button>
              <button class="button secondary" aria-label="Copy: ${one.title}" @click=${() => void navigator.clipboard.writeText(one.url)}>Copy</button>
            </div>
          </li>`,
        )}
      </ul>`,
  );
}

/** Into the first text option of a command that is being filled, else into the message box. */
function useLink(url: string): void {
  const { draft } = model;
  const option = draft.command?.options.find((one) => one.type === 3 && one.choices.length === 0);
  if (option) draft.values[option.name] = url;
  else draft.text = `${draft.text}${draft.text === '' || draft.text.endsWith(' ') ? '' : ' '}${url}`;
  drawNow();
  document.getElementById(option ? `option-${option.name}` : 'message-box')?.focus();
}
