import { privacyButtons } from './account/privacy.ts';
import { articleForm } from './briefings/article-form.ts';
import { briefingButtons } from './briefings/buttons.ts';
import { languageButton, languageForm } from './briefings/language-form.ts';
import type { Control } from './contracts/control.ts';
import { withdrawButton, wrongButton, wrongForm } from './corrections/wrong.ts';
import { discussButton } from './discussions/button.ts';
import { offerButton } from './links/offer-button.ts';
import { askButton, askForm } from './questions/controls.ts';
import { settingsChoices } from './settings/choices.ts';
import { settingsForms } from './settings/forms.ts';

/** Every button, select and form, by hand. */
export const controls: readonly Control[] = [
  ...briefingButtons,
  languageButton,
  languageForm,
  articleForm,
  askButton,
  askForm,
  discussButton,
  wrongButton,
  wrongForm,
  withdrawButton,
  ...settingsChoices,
  ...settingsForms,
  offerButton,
  ...privacyButtons,
];
