/** What the page asks of its server. */
import type { ActResult, Behind, PageAct, PageUpdate, SentFile } from '../shapes.ts';
import { apply, changed, emptyDraft, model } from './model.ts';

let stream: EventSource | undefined;

/** Follows what this person sees, from now on. */
export function follow(user: string, onUpdate: (isStart: boolean) => void): void {
  stream?.close();
  stream = new EventSource(user === '' ? '/stream' : `/stream?user=${encodeURIComponent(user)}`);
  stream.addEventListener('message', (event) => {
    const update = JSON.parse(String(event.data)) as PageUpdate;
    apply(update);
    onUpdate(update.isStart);
    changed();
  });
  stream.addEventListener('error', () => {
    model.isConnected = false;
    changed();
  });
}

/** Does something as the person of the page. A refusal becomes the notice; a form that the bot opens is shown. */
export async function act(wanted: PageAct): Promise<ActResult> {
  const result = await send(wanted);
  if (result.error) model.notice = result.error;
  if (result.form) model.form = { ...result.form, error: '' };
  changed();
  return result;
}

/** The same without showing anything. */
export async function send(wanted: PageAct): Promise<ActResult> {
  try {
    const response = await fetch('/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: model.user, act: wanted }),
    });
    return (await response.json()) as ActResult;
  } catch {
    return { error: 'The sandbox does not answer: see whether it still runs in its terminal.' };
  }
}

export async function lookBehind(message: string): Promise<void> {
  const response = await fetch(`/behind?message=${encodeURIComponent(message)}`).catch(() => undefined);
  if (model.panel?.kind !== 'behind' || model.panel.message !== message) return;
  if (response?.ok) {
    model.panel.behind = (await response.json()) as Behind;
    model.panel.error = '';
  } else model.panel.error = 'Nothing is known about this message: it is from before the last start of the sandbox.';
  changed();
}

/** Presses a button or sends a select, and shows that it is under way until the bot has taken it. */
export async function press(message: string, customId: string, wanted: PageAct): Promise<void> {
  const key = `${message} ${customId}`;
  model.pressed.add(key);
  changed();
  await act(wanted);
  model.pressed.delete(key);
  changed();
}

export async function fileFrom(file: File): Promise<SentFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, contentType: file.type || 'application/octet-stream', base64: btoa(binary) };
}

export function clearDraft(): void {
  model.draft = emptyDraft();
}
