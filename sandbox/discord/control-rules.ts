/** What Discord refuses in a button or a select. */
import { codePoints, isJson, type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { ComponentType } from './components.ts';
import { badLength, type Problem, tooLong } from './errors.ts';

/** Limits of buttons and selects, from Discord's component reference. */
const LIMIT = { customId: 100, label: 80, url: 512, options: 25, optionText: 100, placeholder: 150 } as const;

type Path = Problem['path'];

/** Button styles 1 to 4 act, 5 opens a link, 6 sells. */
const LINK_STYLE = 5;

export function checkButton(button: Json, path: Path): Problem[] {
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
