/** What Discord refuses in the components of a message. */
import { codePoints, isJson, type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { allComponents, ComponentType, isSelect, SELECTS } from './components.ts';
import { checkButton, checkSelect } from './control-rules.ts';
import { badLength, type Problem, required } from './errors.ts';

/** Limits of Discord's component reference; the 4000 over all text displays is stated in the discord.js guide. */
const LIMIT = {
  rows: 5,
  buttonsInRow: 5,
  nested: 40,
  displayedText: 4000,
  sectionTexts: 3,
  galleryItems: 10,
} as const;

const TOP_LEVEL_V2: readonly number[] = [
  ComponentType.actionRow,
  ComponentType.section,
  ComponentType.textDisplay,
  ComponentType.mediaGallery,
  ComponentType.file,
  ComponentType.separator,
  ComponentType.container,
];

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
