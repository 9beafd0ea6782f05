import { codePoints, isJson, type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { badLength, type Problem, required, tooLong } from './errors.ts';

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

/** Limits of Discord's component reference; the 4000 over all text displays is stated in the discord.js guide. */
const LIMIT = {
  rows: 5,
  buttonsInRow: 5,
  customId: 100,
  label: 80,
  url: 512,
  options: 25,
  optionText: 100,
  placeholder: 150,
  nested: 40,
  displayedText: 4000,
  sectionTexts: 3,
  galleryItems: 10,
} as const;

const SELECTS: readonly number[] = [
  ComponentType.stringSelect,
  ComponentType.userSelect,
  ComponentType.roleSelect,
  ComponentType.mentionableSelect,
  ComponentType.channelSelect,
];

const TOP_LEVEL_V2: readonly number[] = [
  ComponentType.actionRow,
  ComponentType.section,
  ComponentType.textDisplay,
  ComponentType.mediaGallery,
  ComponentType.file,
  ComponentType.separator,
  ComponentType.container,
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

/** What Discord would refuse in a message's components. */
export function componentProblems(components: unknown, isV2: boolean): Problem[] {
  const problems: Problem[] = [];
  const list = objectsOf(components);
  const path = ['components'];
  if (isV2) {
    const all = allComponents(list);
    if (all.length > LIMIT.nested)
      problems.push({
        path,
        code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        message: `The total number of components cannot exceed ${LIMIT.nested}`,
      });
    const shown = all.reduce(
      (sum, one) => sum + (one['type'] === ComponentType.textDisplay ? codePoints(textOf(one['content'])) : 0),
      0,
    );
    if (shown > LIMIT.displayedText)
      problems.push({
        path,
        code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        message: `The total displayable text size cannot exceed ${LIMIT.displayedText} characters`,
      });
  } else if (list.length > LIMIT.rows) problems.push(badLength(path, 1, LIMIT.rows));
  const allowed = isV2 ? TOP_LEVEL_V2 : [ComponentType.actionRow];
  list.forEach((component, at) => problems.push(...checkAt(component, [...path, at], allowed, isV2)));
  problems.push(...repeatedIds(list));
  return problems;
}

function repeatedIds(components: Json[]): Problem[] {
  const seen = new Set<string>();
  for (const component of allComponents(components)) {
    const id = component['custom_id'];
    if (typeof id !== 'string') continue;
    if (seen.has(id))
      return [
        {
          path: ['components'],
          code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
          message: 'Component custom id cannot be duplicated',
        },
      ];
    seen.add(id);
  }
  return [];
}

type Path = Problem['path'];

function checkAt(component: Json, path: Path, allowed: readonly number[], isV2: boolean): Problem[] {
  const type = numberOf(component['type']);
  if (!allowed.includes(type)) {
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: `Value of field "type" must be one of (${allowed.join(', ')}).`,
      },
    ];
  }
  switch (type) {
    case ComponentType.actionRow:
      return checkRow(component, path);
    case ComponentType.button:
      return checkButton(component, path);
    case ComponentType.section:
      return checkSection(component, path);
    case ComponentType.container:
      return checkChildren(
        component,
        path,
        TOP_LEVEL_V2.filter((one) => one !== ComponentType.container),
        LIMIT.nested,
        isV2,
      );
    case ComponentType.textDisplay: {
      const length = codePoints(textOf(component['content']));
      return length < 1 || length > LIMIT.displayedText
        ? [badLength([...path, 'content'], 1, LIMIT.displayedText)]
        : [];
    }
    case ComponentType.mediaGallery: {
      const items = objectsOf(component['items']);
      return items.length < 1 || items.length > LIMIT.galleryItems
        ? [badLength([...path, 'items'], 1, LIMIT.galleryItems)]
        : [];
    }
    case ComponentType.thumbnail:
      return isJson(component['media']) ? [] : [required([...path, 'media'])];
    case ComponentType.file:
      return isJson(component['file']) ? [] : [required([...path, 'file'])];
    default:
      return SELECTS.includes(type) ? checkSelect(component, path) : [];
  }
}

function checkChildren(
  component: Json,
  path: Path,
  allowed: readonly number[],
  most: number,
  isV2: boolean,
): Problem[] {
  const children = objectsOf(component['components']);
  const problems = children.length < 1 || children.length > most ? [badLength([...path, 'components'], 1, most)] : [];
  children.forEach((child, at) => problems.push(...checkAt(child, [...path, 'components', at], allowed, isV2)));
  return problems;
}

function checkRow(row: Json, path: Path): Problem[] {
  const problems = checkChildren(row, path, [ComponentType.button, ...SELECTS], LIMIT.buttonsInRow, false);
  const children = objectsOf(row['components']);
  if (children.some(isSelect) && children.length > 1) {
    problems.push({
      path: [...path, 'components'],
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'The specified component exceeds the maximum width',
    });
  }
  return problems;
}

function checkSection(section: Json, path: Path): Problem[] {
  const problems = checkChildren(section, path, [ComponentType.textDisplay], LIMIT.sectionTexts, true);
  const accessory = section['accessory'];
  if (!isJson(accessory)) return [...problems, required([...path, 'accessory'])];
  return [
    ...problems,
    ...checkAt(accessory, [...path, 'accessory'], [ComponentType.button, ComponentType.thumbnail], true),
  ];
}

/** Button styles 1 to 4 act, 5 opens a link, 6 sells. */
const LINK_STYLE = 5;

function checkButton(button: Json, path: Path): Problem[] {
  const problems: Problem[] = [];
  const style = numberOf(button['style']);
  if (style < 1 || style > 6)
    problems.push({
      path: [...path, 'style'],
      code: 'BASE_TYPE_CHOICES',
      message: 'Value must be one of {1, 2, 3, 4, 5, 6}.',
    });
  if (codePoints(textOf(button['label'])) > LIMIT.label) problems.push(tooLong([...path, 'label'], LIMIT.label));
  if (!textOf(button['label']) && !isJson(button['emoji']))
    problems.push({ path, code: 'BUTTON_COMPONENT_INVALID_LABEL', message: 'A button needs a label or an emoji' });
  if (style === LINK_STYLE) {
    const url = textOf(button['url']);
    if (!url)
      problems.push({ path: [...path, 'url'], code: 'BUTTON_COMPONENT_URL_REQUIRED', message: 'A url is required' });
    else if (url.length > LIMIT.url) problems.push(tooLong([...path, 'url'], LIMIT.url));
    else if (!/^(https?|discord):\/\//u.test(url))
      problems.push({
        path: [...path, 'url'],
        code: 'URL_TYPE_INVALID_SCHEME',
        message: `Scheme "${url.split(':')[0] ?? ''}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
      });
    if (button['custom_id'])
      problems.push({
        path,
        code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        message: 'A custom id and url cannot both be specified',
      });
    return problems;
  }
  if (button['url'])
    problems.push({
      path,
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message: 'A custom id and url cannot both be specified',
    });
  return [...problems, ...checkCustomId(button, path)];
}

function checkCustomId(component: Json, path: Path): Problem[] {
  const id = component['custom_id'];
  if (typeof id !== 'string')
    return [
      { path: [...path, 'custom_id'], code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', message: 'A custom id is required' },
    ];
  const length = codePoints(id);
  return length < 1 || length > LIMIT.customId ? [badLength([...path, 'custom_id'], 1, LIMIT.customId)] : [];
}

export function checkSelect(select: Json, path: Path): Problem[] {
  const problems = checkCustomId(select, path);
  if (codePoints(textOf(select['placeholder'])) > LIMIT.placeholder)
    problems.push(tooLong([...path, 'placeholder'], LIMIT.placeholder));
  const least = select['min_values'] === undefined ? 1 : numberOf(select['min_values']);
  const most = select['max_values'] === undefined ? 1 : numberOf(select['max_values']);
  if (least < 0 || least > LIMIT.options || most < 1 || most > LIMIT.options || least > most) {
    problems.push({
      path: [...path, 'max_values'],
      code: 'NUMBER_TYPE_MAX',
      message: `min_values and max_values must be between 0 and ${LIMIT.options}, in order.`,
    });
  }
  if (select['type'] !== ComponentType.stringSelect) return problems;
  const options = objectsOf(select['options']);
  if (options.length < 1 || options.length > LIMIT.options)
    problems.push(badLength([...path, 'options'], 1, LIMIT.options));
  if (most > options.length)
    problems.push({
      path: [...path, 'max_values'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'max_values is greater than the number of options',
    });
  const values = new Set<string>();
  options.forEach((option, at) => {
    for (const key of ['label', 'value', 'description']) {
      const length = codePoints(textOf(option[key]));
      if (length > LIMIT.optionText || (length < 1 && key !== 'description'))
        problems.push(badLength([...path, 'options', at, key], 1, LIMIT.optionText));
    }
    const value = textOf(option['value']);
    if (values.has(value))
      problems.push({
        path: [...path, 'options', at, 'value'],
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'The specified option value is already used',
      });
    values.add(value);
  });
  if (options.filter((option) => option['default'] === true).length > most)
    problems.push({
      path: [...path, 'options'],
      code: 'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
      message: 'More defaults than max_values',
    });
  return problems;
}
