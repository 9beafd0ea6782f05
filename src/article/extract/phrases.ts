/**
 * The words by which lines that are no body text give themselves away, in the languages of news. Each pattern is tried
 * against one short block. Words end where letters end: `\b` knows ASCII only.
 */

const EDGE_BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const EDGE_AFTER = String.raw`(?![\p{L}\p{N}])`;

function anywhere(...alternatives: readonly string[]): RegExp {
  return new RegExp(`${EDGE_BEFORE}(?:${alternatives.join('|')})${EDGE_AFTER}`, 'iu');
}
function atStart(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})${EDGE_AFTER}`, 'iu');
}
function whole(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})[\\s.:…»>!]?$`, 'iu');
}

const MONTHS = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'januar|februar|märz|mai|juni|juli|oktober|dezember|jänner',
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'januari|februari|maart|mei|augustus|maj|augusti',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
].join('|');

export const DATE = new RegExp(
  `${EDGE_BEFORE}(?:(?:${MONTHS})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:de\\s)?(?:${MONTHS})|` +
    String.raw`\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d|\d{4}年\d{1,2}月\d{1,2}日)${EDGE_AFTER}`,
  'iu',
);

/** The hour alone, or with its zone or its day. */
export const ENTRY_TIME = new RegExp(
  `^(?:(?:${MONTHS})\\.?\\s\\d{1,2},?\\s)?(?:at\\s|um\\s|à\\s)?(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?::[0-5]\\d)?` +
    `(?:\\s?(?:[ap]\\.?m\\.?|uhr|h|(?:[a-z]{2,4}t|utc|gmt)))?(?:[,\\s]+\\d{1,2}\\.?\\s(?:${MONTHS})\\.?)?[\\s:|–-]*$`,
  'iu',
);

export const DATE_LABEL = new RegExp(
  `^(?:\\|\\s?)?(?:first\\s)?(?:published|updated|posted|last (?:updated|modified)|created|filed|modified|publicado|publié|` +
    `veröffentlicht|stand|aktualisiert|mis à jour|atualizado|actualizado|aggiornato|pubblicato|gepubliceerd|bijgewerkt|` +
    `publicerad|uppdaterad|opublikowano|aktualizacja|опубликовано|обновлено)${EDGE_AFTER}`,
  'iu',
);

export const BYLINE = new RegExp(
  `^(?:by|par|von|por|da|di|från|av|door|autor|autora|auteur|autore|szerző|written by|posted by|reported by|story by|words by|` +
    `published by|text|author|автор|作者|記者|记者)(?:\\s|:|：)`,
  'iu',
);

const CREDIT_WORDS =
  'photos?|images?|pictures?|photograph|credits?|sources?|video|foto|fotos|bild|bilder|quelle|crédits?|imagen|immagine|' +
  'kép|zdj|fot|фото|getty|ap photo|file photo|screenshot|illustration|grafik|©|\\(c\\)|copyright';
/** "Photo: …", "© …". */
export const CREDIT = new RegExp(`^(?:${CREDIT_WORDS})\\s?[:©/(|]|^(?:©|\\(c\\)|copyright)\\s`, 'iu');
/** "Photo Jane Roe": the word alone also begins sentences ("Sources said …"). */
export const CREDIT_WORD = new RegExp(`^(?:${CREDIT_WORDS})[\\s.]`, 'iu');

export const CREDIT_INSIDE = new RegExp(
  `(?:${EDGE_BEFORE}(?:getty images?|ap photo|via ap|shutterstock|image credit|photo(?:graph)?(?: by|:| credit)|credit:|foto:|` +
    `bild:|crédit(?:s)? photo|picture alliance)|${EDGE_BEFORE}getty\\)?$|/\\s?(?:ap|afp|reuters|getty|dpa|epa|efe|ansa)${EDGE_AFTER}|` +
    String.raw`\((?:image|photo|credit|foto|bild|crédit):|© ?[\p{L}\p{N}])`,
  'iu',
);

export const MORE = new RegExp(
  `^(?:read (?:more|also|next|the full)|see (?:more|also)|also read|also on|more (?:from|on|about|stories|great|coverage|news)|` +
    `related${EDGE_AFTER}|recommended|don['’]?t miss|you (?:may|might) (?:also )?(?:like|be interested)|what to read next|trending|` +
    `most (?:read|popular)|popular (?:stories|now)|watch(?: also| now| more)?:|listen(?: to)?:|in case you missed|must read|` +
    `editor['’]?s picks?|up next|next article|previous article|something to consider|further reading|continue reading|keep reading|` +
    `siehe auch|lesen sie (?:auch|mehr)|mehr zum thema|mehr dazu|auch interessant|das könnte sie|weiterlesen|zum thema|` +
    `lire aussi|à lire (?:aussi|également)|sur le même sujet|voir aussi|leia (?:mais|também)|veja também|saiba mais|` +
    `lea (?:también|además)|le puede interesar|más información|te puede interesar|` +
    `leggi anche|potrebbe interessarti|lees (?:ook|meer|verder)|läs (?:också|mer|även)|czytaj (?:także|też|więcej)|` +
    `zobacz (?:także|też|również)|читайте также|по теме|см\\. также|関連記事|相关阅读|相關新聞|延伸閱讀|관련기사)`,
  'iu',
);

export const CALL = anywhere(
  'subscribe',
  'subscription',
  'sign(?:ing)? up',
  'newsletters?',
  'our (?:free )?(?:app|inbox)',
  'your inbox',
  'get (?:the )?.{0,20} app',
  'follow .{0,30}\\bon (?:twitter|facebook|instagram|linkedin|google|youtube|x|bluesky|mastodon|threads|telegram|whatsapp)',
  'share (?:this|it|on)',
  'like this (?:story|article|post)',
  'click here',
  'comments? below',
  '(?:leave|post) a (?:comment|reply)',
  'tell us what you',
  'join (?:our|the) (?:conversation|discussion|community)',
  'download (?:our|the) app',
  'donate',
  'support (?:our|us|independent)',
  'advert(?:is(?:e|ement|ing))?',
  'cookies?.{0,40} (?:accept|settings|policy)',
  'members? get',
  'write to .{0,60}@.{0,40}',
  'email .{0,60}@.{0,40}',
  'contact .{0,60}@.{0,40}',
  'order reprints',
  'print article',
  'text size',
  'hat ihnen .{0,40} gefallen',
  'teilen sie',
  'kommentieren sie',
  "partage[rz]? (?:sur|cet|l[’'])",
  'réagi(?:r|ssez) à',
  'compart(?:ir|e|a) (?:en|esta?|el|la)',
  'compartilhe',
  'condividi',
  'deel (?:dit|via|op)',
  'dela (?:på|artikeln)',
  'udostępnij',
  'поделиться',
  'abonnieren sie',
  'jetzt abonnieren',
  'folgen sie uns',
  'teilen (?:auf|via)',
  'abonnez-vous',
  'inscrivez-vous',
  'suivez-nous',
  'suscríbase',
  'suscríbete',
  'síguenos',
  'inscreva-se',
  'siga-nos',
  'iscriviti',
  'seguici',
  'schrijf je in',
  'volg ons',
  'prenumerera',
  'следите за',
  'подпишитесь',
  'подписывайтесь',
  'zapisz się',
  'newslettera',
);

/** "1.204 Aufrufe", "12 mal gelesen". */
const COUNTED =
  '\\d[\\d.,\\u00a0 ]{0,10} ?(?:comments?|shares?|views?|likes?|kommentare?|commentaires?|aufrufe|mal gelesen|leser|vues|lectures|' +
  'visualizaciones|visitas|comentarios|visualizações|visualizzazioni|letture|commenti|weergaven|reacties|visningar|' +
  'wyświetleń|komentarzy|просмотр(?:ов|а)?|комментари(?:ев|й|я))';
/** What blogs say under a text about where it is kept. */
const FILED =
  '(?:this (?:entry|post) (?:was (?:posted|filed|published)|is filed)|posted (?:in|under):?|dieser (?:beitrag|eintrag|artikel) wurde |' +
  'veröffentlicht (?:in|unter):? |abgelegt unter|ce (?:billet|contenu|message) a été publié|cette entrée (?:a été|est) publiée?|publié dans |' +
  'esta entrada (?:fue|se) public|publicado en |esta entrada foi publicada|publicado em |questo (?:articolo|elemento) è stato (?:pubblicato|inserito)|' +
  'dit bericht (?:is|werd) geplaatst|geplaatst in |detta inlägg (?:postades|publicerades)|ten wpis został opublikowany|' +
  'запись опубликована|bookmark the permalink).*';

export const JUNK = new RegExp(
  `^(?:advert(?:isement|isment|orial)?s?|ads?|anzeige|werbung|publicité|publicidad|pubblicità|reklama|реклама|広告|sponsored(?: content)?|` +
    `comments?|kommentare?|commentaires?|comentarios?|share|teilen|partager|compartir|tweet|email|e-mail|print|drucken|save|close|schließen|` +
    `imprimer|imprimir|stampa|drukuj|afdrukken|skriv ut|play|pause|mute|unmute|\\d{1,2}:\\d\\d ?/ ?\\d{1,2}:\\d\\d|` +
    `caption|next|prev(?:ious)?|menu|search|home|news|loading[.…]*|play video|watch|subscribe|sign in|log in|login|learn more|` +
    `image \\d+ of ?/? ?\\d+|\\d+ ?(?:of|/) ?\\d+|\\d{1,3}|[^\\p{L}\\p{N}]+|post comment.*|leave a (?:reply|comment).*|cancel reply|` +
    `(?:view|show|hide) comments?|skip to .*|back to top|nach oben|related news|related|tags?:?|tags?:.*|filed under:?.*|topics?:.*|` +
    `schlagw(?:orte?|örter):.*|mots[- ]clés ?:.*|palabras clave:.*|parole chiave:.*|słowa kluczowe:.*|теги:.*|stichworte?:.*|themen:.*|étiquettes?:.*|etiquetas?:.*|tagged(?: with)?:?.*|` +
    `categor(?:y|ies):?.*|kategorien?:.*|catégories?:.*|published in:?.*|${COUNTED}|${FILED}|` +
    `copy link|link copied.*|gefällt mir:?|gefällt mir wird geladen.*|like this:|wird geladen.*|sharing is caring.*|(?:reply|antworten|répondre|responder)|` +
    `listen to this article.*|listen to (?:the )?article|\\d+ min(?:ute)?s?\\.? read|lesezeit:?.*|reading time:?.*|temps de lecture.*)$`,
  'iu',
);

/** Names of networks alone on a line: a row of buttons. */
export const NETWORK = whole(
  'facebook',
  'twitter',
  'x',
  'whatsapp',
  'instagram',
  'linkedin',
  'pinterest',
  'xing',
  'telegram',
  'reddit',
  'mastodon',
  'bluesky',
  'threads',
  'tumblr',
  'pocket',
  'flipboard',
  'messenger',
  'youtube',
  'tiktok',
  'vk',
);

export const LEGAL = new RegExp(
  `(?:${EDGE_BEFORE}(?:all rights reserved|subject to copyright|may not be (?:published|reproduced)|contents? of this (?:site|page)|` +
    `this (?:article|story|material|document|post) (?:was )?(?:originally )?(?:appeared|published|may not|is subject|contains affiliate)|` +
    `affiliate (?:links?|commission)|(?:contains?|includes?) (?:certain )?forward[- ]looking statements|terms (?:of (?:use|service)|and conditions) apply|alle rechte vorbehalten|tous droits réservés|` +
    `todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|` +
    `wszelkie prawa zastrzeżone|все права защищены)${EDGE_AFTER}|^(?:©|copyright${EDGE_AFTER}|citation:)|` +
    `^(?:(?:this|our) (?:web)?site uses cookies|we use cookies|(?:diese|unsere) (?:web)?(?:seite|site) (?:verwendet|nutzt|benutzt) cookies|wir verwenden cookies|` +
    `(?:ce|notre) site utilise des cookies|este sitio (?:web )?utiliza cookies|este site (?:utiliza|usa) cookies|questo sito (?:web )?(?:utilizza|usa) (?:i )?cookie|` +
    `deze (?:web)?site (?:gebruikt|maakt gebruik van) cookies|ta strona (?:używa|korzysta z) (?:plików )?cookies)|` +
    `^(?:the post|der beitrag|l['’]article|la entrada|el artículo|o post|l['’]articolo|het bericht|inlägget|wpis) .{1,300} ` +
    `(?:appeared (?:first )?on|erschien (?:zuerst )?auf|est apparu en premier sur|(?:aparece|se publicó) primero en|apareceu primeiro em|` +
    `proviene da|verscheen eerst op|dök först upp på|pochodzi z serwisu) )`,
  'iu',
);

export const SIGN_OFF = atStart('\\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|translated) by');
/** Speaks to the reader, or of the paper as "we". */
export const ADDRESSED = anywhere(
  'you',
  'your',
  'us',
  'our',
  'we',
  'sie',
  'ihre?n?',
  'uns',
  'unsere?n?',
  'vous',
  'votre',
  'nous',
  'nos',
  'te',
  'tu',
  'su',
  'ti',
  'vi',
  'oss',
);
export const PRICE = /[$€£]\s?\d|(?<![\p{L}\p{N}])(?:buy|amazon|free)(?![\p{L}\p{N}])/iu;
export const COMMENTS_HEADING = whole(
  '(?:\\d+ )?(?:comments?|responses?|replies|kommentare?|commentaires?|comentarios?|commenti|reacties|komentarze|комментарии)(?: \\(\\d+\\))?',
  'leave a (?:reply|comment)',
  'join the (?:conversation|discussion)',
  'schreibe? einen kommentar',
  'kommentar (?:schreiben|verfassen)',
  'laisser un commentaire',
  'deja (?:un comentario|una respuesta)',
  'lascia un commento',
  'deixe um comentário',
  '(?:\\d+ )?(?:thoughts?|responses?|comments?|kommentare?|gedanken?|antworten) (?:on|to|zu) .{0,200}',
);
/** A sentence is over: its last mark, closing quotation marks behind it allowed. */
export const SENTENCE_END = /[.!?…。！？:”"»’)؟।」]\s?$/u;
