/** Sentences by which a page says that it is not, or not all of, the article. */

const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const any = (...alternatives: readonly string[]): RegExp => new RegExp(`${BEFORE}(?:${alternatives.join('|')})`, 'iu');

export const PAYWALL = any(
  'subscribe (?:now )?to (?:continue|read|keep|unlock|access)',
  'to (?:continue|keep) reading.{0,40}(?:subscri|sign|log ?in|register|account)',
  '(?:subscribe|sign in|log in|register|create (?:a free |an )?account) to (?:continue|keep) reading',
  'this (?:article|story|content|post) is (?:only |exclusively )?(?:for|available to|reserved for) (?:paid |paying |premium |our )?(?:subscribers|members)',
  '(?:for|available to) subscribers only',
  'subscriber[- ]only (?:content|article|story)',
  "you(?:’|')?ve (?:reached|read) (?:your|all).{0,40}(?:limit|free articles)",
  'already a (?:subscriber|member)\\?',
  'become a (?:subscriber|member) to (?:read|continue|unlock)',
  'unlock (?:this|the full) (?:article|story)',
  'diesen (?:artikel|beitrag) (?:weiterlesen|lesen sie|jetzt).{0,40}(?:abo|plus|digital|anmelden)',
  'jetzt weiterlesen mit',
  'nur für abonnent',
  'mit .{0,20}(?:plus|abo) weiterlesen',
  'cet article est réservé aux abonnés',
  'réservé aux abonnés',
  'la suite est réservée',
  'pour lire la suite.{0,40}abonn',
  'contenido exclusivo para suscriptores',
  'para (?:seguir|continuar) leyendo.{0,40}(?:suscr|regístr)',
  'suscríbete para (?:seguir|continuar|leer)',
  'exclusivo para assinantes',
  'contenuto riservato agli abbonati',
  'abbonati per (?:continuare|leggere)',
  'alleen voor abonnees',
  'artykuł dostępny (?:tylko )?dla (?:prenumeratorów|subskrybentów)',
  'доступно только (?:по подписке|подписчикам)',
);

export const CONTINUE = any(
  'continue reading',
  'read (?:the )?(?:full|whole|entire|rest of the) (?:story|article|post|interview|report)',
  'read the rest',
  'keep reading',
  'read more at',
  '(?:den )?(?:ganzen|vollständigen) (?:artikel|beitrag|text) (?:lesen|auf)',
  'weiterlesen',
  'weiter lesen',
  'lire la suite',
  "lire l[’']article (?:complet|en entier)",
  'seguir leyendo',
  'leer (?:más|artículo completo|la nota completa)',
  'continue lendo',
  'continua a leggere',
  'lees verder',
  'läs (?:hela|vidare)',
  'czytaj dalej',
  'читать (?:далее|полностью)',
  '阅读全文',
  '続きを読む',
);

export const BOT_WALL = any(
  'just a moment',
  'attention required! \\| cloudflare',
  'checking (?:your|if the site connection is) (?:browser|secure)',
  'verify(?:ing)? (?:that )?you are (?:a )?human',
  'are you (?:a )?(?:robot|human)',
  "i(?:’|')?m not a robot",
  'complete the (?:security check|captcha)',
  'unusual (?:traffic|activity) from',
  'enable javascript and cookies to continue',
  'pardon our interruption',
  'access (?:to this page has been |is )?denied',
  'press (?:&|and) hold',
  'ddos protection by',
  'please (?:solve|complete) (?:the|this) captcha',
  'request unsuccessful\\. incapsula',
  'automated (?:access|requests|queries)',
);

export const CONSENT = any(
  'we (?:and our (?:\\d+ )?partners )?(?:use|store|value your privacy).{0,80}(?:cookies|privacy|device)',
  'we value your privacy',
  'your (?:privacy|consent) (?:choices|settings|preferences)',
  'before you continue',
  'accept (?:all )?(?:cookies|and continue)',
  'manage (?:your )?(?:cookie|privacy|consent)',
  'wir (?:und unsere (?:\\d+ )?partner )?(?:verwenden|nutzen|benötigen).{0,80}(?:cookies|zustimmung|einwilligung)',
  'mit werbung (?:und tracking )?(?:weiterlesen|lesen)',
  'nous (?:et nos (?:\\d+ )?partenaires )?(?:utilisons|stockons).{0,80}cookies',
  'nosotros y nuestros (?:\\d+ )?(?:socios|partners)',
  'noi e (?:i nostri )?(?:\\d+ )?partner',
  'wij (?:en onze (?:\\d+ )?partners )?(?:gebruiken|slaan).{0,80}cookies',
);

export const NEEDS_SCRIPTS = any(
  '(?:please )?(?:enable|turn on|activate|requires?|needs?) (?:your )?javascript',
  'javascript (?:is|seems to be) (?:disabled|required|not enabled)',
  'you need to enable javascript',
  'bitte aktivieren sie javascript',
  'javascript (?:aktivieren|ist deaktiviert)',
  'activer javascript',
  'habilite? javascript',
);
/** The text breaks off. */
export const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])["”»’)]?$/u;
