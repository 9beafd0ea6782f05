/** A message as a person reads it, in lines of text. */
import { asJson, isJson, type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { ComponentType, isSelect } from './components.ts';
import { type MessageFace, MessageFlag } from './types.ts';

/** What a reader sees of a message, as lines of text in reading order. Buttons stand in [brackets], selects in <angles>. */
export function readingText(face: MessageFace): string {
  if (face.flags & MessageFlag.loading) return 'thinking…';
  const lines = [face.content, ...face.embeds.flatMap(embedLines), ...face.components.flatMap(componentLines)];
  lines.push(...face.attachments.map((one) => `(file: ${one.filename})`));
  return lines.filter((line) => line !== '').join('\n');
}

function embedLines(embed: Json): string[] {
  return [
    textOf(asJson(embed['author'])['name']),
    textOf(embed['title']),
    textOf(embed['description']),
    ...objectsOf(embed['fields']).flatMap((field) => [textOf(field['name']), textOf(field['value'])]),
    textOf(asJson(embed['footer'])['text']),
  ];
}

function componentLines(component: Json): string[] {
  switch (numberOf(component['type'])) {
    case ComponentType.actionRow:
      return [objectsOf(component['components']).map(controlText).join(' ')];
    case ComponentType.container:
      return objectsOf(component['components']).flatMap(componentLines);
    case ComponentType.section: {
      const accessory = component['accessory'];
      return [
        ...objectsOf(component['components']).flatMap(componentLines),
        ...(isJson(accessory) ? [controlText(accessory)] : []),
      ];
    }
    case ComponentType.textDisplay:
      return [textOf(component['content'])];
    case ComponentType.mediaGallery:
      return objectsOf(component['items']).map((item) => `(image: ${textOf(item['description'])})`);
    case ComponentType.thumbnail:
      return [controlText(component)];
    case ComponentType.separator:
    case ComponentType.file:
      return [];
    default:
      return [controlText(component)];
  }
}

function controlText(component: Json): string {
  if (component['type'] === ComponentType.button) {
    const label = [textOf(asJson(component['emoji'])['name']), textOf(component['label'])].filter(Boolean).join(' ');
    return `[${label}${component['disabled'] === true ? ' (off)' : ''}]`;
  }
  if (component['type'] === ComponentType.thumbnail) return `(image: ${textOf(component['description'])})`;
  if (!isSelect(component)) return '';
  const chosen = objectsOf(component['options']).filter((option) => option['default'] === true);
  const shown =
    chosen.length > 0 ? chosen.map((option) => textOf(option['label'])).join(', ') : textOf(component['placeholder']);
  return `<${shown}>`;
}
