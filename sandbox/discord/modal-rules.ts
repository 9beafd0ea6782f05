/** What Discord refuses in a form that the bot opens. */
import { codePoints, isJson, type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { ComponentType, isSelect } from './components.ts';
import { checkSelect } from './control-rules.ts';
import { badLength, type Problem, required, tooLong } from './errors.ts';

/** Limits of a form, from Discord's component reference. */
const LIMIT = {
  title: 45,
  customId: 100,
  components: 5,
  label: 45,
  description: 100,
  placeholder: 100,
  value: 4000,
} as const;

/** What Discord would refuse in a form (callback type 9). */
export function modalProblems(data: Json): Problem[] {
  const problems: Problem[] = [];
  const title = codePoints(textOf(data['title']));
  if (title < 1 || title > LIMIT.title) problems.push(badLength(['data', 'title'], 1, LIMIT.title));
  const id = codePoints(textOf(data['custom_id']));
  if (id < 1 || id > LIMIT.customId) problems.push(badLength(['data', 'custom_id'], 1, LIMIT.customId));
  const components = objectsOf(data['components']);
  if (components.length < 1 || components.length > LIMIT.components)
    problems.push(badLength(['data', 'components'], 1, LIMIT.components));
  const seen = new Set<string>();
  components.forEach((component, at) => {
    const path = ['data', 'components', at];
    for (const problem of checkPart(component, path)) problems.push(problem);
    const customId = inputOf(component)?.['custom_id'];
    if (typeof customId !== 'string') return;
    if (seen.has(customId))
      problems.push({
        path,
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      });
    seen.add(customId);
  });
  return problems;
}

/** The input that a label or an action row of a form holds. */
export function inputOf(part: Json): Json | undefined {
  const inside = part['component'];
  return isJson(inside) ? inside : objectsOf(part['components'])[0];
}

function checkPart(part: Json, path: Problem['path']): Problem[] {
  const type = numberOf(part['type']);
  if (type === ComponentType.textDisplay) return [];
  if (type !== ComponentType.label && type !== ComponentType.actionRow) {
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" must be one of (1, 10, 18).',
      },
    ];
  }
  const problems: Problem[] = [];
  if (type === ComponentType.label) {
    const label = codePoints(textOf(part['label']));
    if (label < 1 || label > LIMIT.label) problems.push(badLength([...path, 'label'], 1, LIMIT.label));
    if (codePoints(textOf(part['description'])) > LIMIT.description)
      problems.push(tooLong([...path, 'description'], LIMIT.description));
  }
  const input = inputOf(part);
  if (!input) return [...problems, required([...path, 'component'])];
  const inputPath = [...path, type === ComponentType.label ? 'component' : 'components'];
  if (isSelect(input)) return [...problems, ...checkSelect(input, inputPath)];
  return input['type'] === ComponentType.textInput
    ? [...problems, ...checkTextInput(input, inputPath, type)]
    : problems;
}

function checkTextInput(input: Json, path: Problem['path'], parentType: number): Problem[] {
  const problems: Problem[] = [];
  const id = codePoints(textOf(input['custom_id']));
  if (id < 1 || id > LIMIT.customId) problems.push(badLength([...path, 'custom_id'], 1, LIMIT.customId));
  if (input['style'] !== 1 && input['style'] !== 2) problems.push(required([...path, 'style']));
  if (parentType === ComponentType.actionRow && !textOf(input['label'])) problems.push(required([...path, 'label']));
  if (codePoints(textOf(input['label'])) > LIMIT.label) problems.push(tooLong([...path, 'label'], LIMIT.label));
  if (codePoints(textOf(input['placeholder'])) > LIMIT.placeholder)
    problems.push(tooLong([...path, 'placeholder'], LIMIT.placeholder));
  const most = input['max_length'] === undefined ? LIMIT.value : numberOf(input['max_length']);
  if (most < 1 || most > LIMIT.value)
    problems.push({
      path: [...path, 'max_length'],
      code: 'NUMBER_TYPE_MAX',
      message: `int value should be between 1 and ${LIMIT.value}.`,
    });
  if (codePoints(textOf(input['value'])) > most) problems.push(tooLong([...path, 'value'], most));
  return problems;
}
