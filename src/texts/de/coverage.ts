/** Why a text is not the whole article, in German. */
import { type CoverageSentences, firstReason, type TextsLike } from '../contract.ts';
import type { coverage as english } from '../en/coverage.ts';

const REASONS: CoverageSentences = {
  paywall: 'Den Rest zeigt die Seite nur Abonnenten. Wenn du einer bist, füge den ganzen Text ein.',
  'cut-text': 'Der Text bricht vor seinem Ende ab. Hänge den ganzen Artikel als Datei an.',
  'continue-reading': 'Der Artikel geht auf einer anderen Seite weiter. Folge ihrem Link und gib mir, wohin er führt.',
  'consent-page': 'Vor dem Artikel steht eine Einwilligung. Beantworte sie im Browser und füge den Text ein.',
  'script-shell':
    'Der Text kommt erst, wenn ein Browser die Skripte der Seite ausführt. Öffne sie und füge den Text ein.',
  'bot-wall': 'Die Seite will einen Beweis, dass ein Mensch liest. Kopiere den Text aus deinem Browser.',
  'not-an-article': 'Auf der Seite stehen mehrere Texte und kein Artikel. Gib einen Link zu einem davon an.',
  'too-long':
    'Der Text ist länger, als ich auf einmal lese. Wähle die Stelle, um die es dir geht, und schick sie allein.',
};

export const coverage: TextsLike<typeof english> = { whyNotAll: firstReason(REASONS) };
