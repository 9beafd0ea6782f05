/** Discord's numbers for the types of components, and how to walk through nested ones. */
import { isJson, type Json, numberOf, objectsOf } from '../common/json.ts';

export const ComponentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const SELECTS: readonly number[] = [
  ComponentType.stringSelect,
  ComponentType.userSelect,
  ComponentType.roleSelect,
  ComponentType.mentionableSelect,
  ComponentType.channelSelect,
];

export function isSelect(component: Json): boolean {
  return SELECTS.includes(numberOf(component['type']));
}

/** Every component, nested ones included, in reading order (an accessory after the texts of its section). */
export function allComponents(components: Json[]): Json[] {
  const found: Json[] = [];
  for (const component of components) {
    found.push(component, ...allComponents(objectsOf(component['components'])));
    for (const key of ['accessory', 'component']) {
      const child = component[key];
      if (isJson(child)) found.push(...allComponents([child]));
    }
  }
  return found;
}
