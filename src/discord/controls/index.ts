import type { Control } from '../control.ts';
import { answerButtons } from './answer-buttons.ts';
import { articleForm } from './article-form.ts';
import { askButton, askForm } from './ask.ts';
import { discussButton } from './discuss.ts';
import { languageButton, languageForm } from './language-form.ts';
import { offerButton } from './offer-button.ts';
import { privacyButtons } from './privacy.ts';
import { settingsChoices } from './settings-choices.ts';
import { settingsForms } from './settings-forms.ts';
import { withdrawButton, wrongButton, wrongForm } from './wrong.ts';

/** Every button, select and form, by hand. */
export const controls: readonly Control[] = [
  ...answerButtons,
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
