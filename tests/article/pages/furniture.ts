/** What blogs, agencies and papers of several countries put around their texts: it goes, and short texts stay. */
import { around, newspaper, type PageCase, paragraphs, STORY } from './page.ts';

const FRENCH = [
  'La boulangerie de la rue des Tanneurs ferme ses portes après quatre-vingts ans, et personne dans le quartier ne sait encore où il achètera son pain.',
  '« Mon dos ne veut plus », explique la patronne, qui se lève à deux heures du matin depuis l’âge de seize ans et ne l’a jamais regretté.',
  'Le local sera repris par un opticien. La mairie assure qu’elle n’a pas été consultée, ce que le propriétaire conteste vivement devant ses voisins.',
];
const GERMAN = [
  'Gestern war ich zum ersten Mal seit Jahren wieder am Stausee, und das Wasser stand so tief, dass man die Mauern des alten Dorfes sehen konnte.',
  'Der Wärter, ein freundlicher Mann mit einem Hund ohne Namen, erzählte mir, dass im August manchmal ehemalige Bewohner kommen und ihre Küchen suchen.',
  'Nächste Woche fahre ich noch einmal hin, diesmal mit Hut und mit dem großen Block, der mir beim letzten Mal so sehr gefehlt hat.',
];
const SPANISH = [
  'El faro de la Punta vuelve a encenderse este viernes, once años después de que lo apagara una orden que nadie en el pueblo entendió.',
  'La lámpara nueva la ha pagado el ayuntamiento, que esperaba gastar ese dinero en una acera y ahora debe explicarlo a los vecinos.',
];
const ITALIAN = [
  'Il faro della Punta torna ad accendersi venerdì, undici anni dopo l’ordine che lo spense e che nessuno in paese ha mai capito.',
  'La lampada nuova l’ha pagata il comune, che pensava di spendere quei soldi per un marciapiede e ora deve spiegarlo agli abitanti.',
];
const POLISH = [
  'Latarnia na Mewim Cyplu znów świeci, choć żaden statek jej nie potrzebuje, bo od jedenastu lat wszystkie prowadzi satelita.',
  'Miasto zapłaciło za nową lampę z pieniędzy, które miały pójść na chodnik, co nie wszystkim się podoba, jak mówi radna Ewa Lis.',
];
const SHORT_POST = 'Heute drei Stunden gezeichnet, dabei den Hut verloren und trotzdem zufrieden nach Hause gefahren.';

const CLOCK = 'The clock of the reading room, which stood still for two years, was the last thing to be set right.';

/** A blog as a common program makes it, with a sidebar and comments. */
const blog = (text: string): string =>
  `<html lang="de"><head><title>Am Stausee | Strichblog</title></head><body class="single single-post"><div id="wrapper" class="hfeed"><div id="main"><div id="container"><div id="content" role="main">
<div id="post-77" class="post-77 post hentry"><h1 class="entry-title">Am Stausee</h1><div class="entry-content">${text}</div><div class="entry-utility">Dieser Beitrag wurde unter <a href="/r">Reisen</a> veröffentlicht. Setze ein Lesezeichen auf den <a href="/x">Permalink</a>.</div></div>
<div id="comments"><h3>Eine Antwort auf <em>Am Stausee</em></h3><ol class="commentlist"><li class="comment"><div class="comment-author">Bernd sagt:</div><p>Da war ich als Kind, mein Großvater hat in der Mühle gearbeitet und mir immer Brot gegeben, wenn ich kam.</p></li><li class="comment"><p>Schöne Zeichnung, liebe Jule, und beim nächsten Mal nimm bitte Sonnencreme mit, wir machen uns sonst Sorgen.</p></li></ol><div id="respond"><h3>Schreibe einen Kommentar</h3><p>Deine Adresse wird nicht veröffentlicht.</p></div></div></div></div>
<div id="primary" class="widget-area" role="complementary"><ul class="xoxo"><li class="widget-container widget_text"><h3 class="widget-title">Über mich</h3><div class="textwidget">Ich zeichne, was stillhält, und schreibe über den Rest. Seit 2011 auf diesem Blog zu Hause.</div></li><li class="widget-container"><h3>Letzte Beiträge</h3><ul><li><a href="/a">Ein Tag im Moor</a></li></ul></li></ul></div></div></div></body></html>`;

export const FURNITURE: readonly PageCase[] = [
  {
    name: 'a post of one sentence among more words of others',
    html: blog(`<p>${SHORT_POST}</p>`),
    holds: [SHORT_POST],
    lacks: ['Großvater', 'was stillhält'],
    needs: ['named-body'],
  },
  {
    name: 'a blog’s line on where the post is kept',
    html: blog(paragraphs(GERMAN)),
    holds: GERMAN,
    lacks: ['Permalink', 'Großvater'],
    needs: ['furniture'],
  },
  {
    name: 'a press release with its sender’s portrait and telephone number, after a section “About Time”',
    html: newspaper(
      `${paragraphs()}<h3>About Time</h3><p>${CLOCK}</p><h3>About the Tarnholm Trust</h3><p>The Tarnholm Trust was founded in 1961 and looks after nine buildings on the coast, with a staff of four.</p><h3>Media contact</h3><p>Ida Marsh, 555 0101</p>`,
    ),
    holds: [...STORY, 'About Time', CLOCK],
    lacks: ['founded in 1961', 'Ida Marsh', 'Media contact'],
    needs: ['boilerplate'],
  },
  {
    name: 'an outlook that lawyers wrote',
    html: newspaper(
      `${paragraphs()}<p>This release contains forward-looking statements that involve risks, and results may differ from those that they imply.</p>`,
    ),
    holds: STORY,
    lacks: ['forward-looking'],
    needs: ['legal'],
  },
  {
    name: 'another post under the first, in an element like the first one’s',
    html: `<html lang="de"><head><title>Am Stausee</title></head><body><div id="content"><div class="post hentry post-1"><h1>Am Stausee</h1>${paragraphs(GERMAN)}</div><div class="post hentry post-2"><h1>Tinte und Regen</h1>${paragraphs(ITALIAN)}</div></div></body></html>`,
    holds: GERMAN,
    lacks: ['Tinte und Regen', 'Il faro'],
    needs: ['next-story'],
  },
  {
    name: 'a line that introduces a letter, and one that closes it',
    html: newspaper(
      `<p>Ida Marsh wrote to us:</p><blockquote>${paragraphs(STORY.slice(0, 3))}</blockquote><p>We thank her.</p>`,
    ),
    holds: ['Ida Marsh wrote to us:', ...STORY.slice(0, 3), 'We thank her.'],
    needs: ['bridge'],
  },
  {
    name: 'a standfirst that is called a teaser, above a box that is called a newsletter',
    html: newspaper(
      `<div class="teaser"><p>Two winters long the books lay between sheets of blotting paper.</p></div><div class="newsletter"><p>News of the harbour, every morning before the boats go out.</p></div>${paragraphs()}`,
    ),
    holds: ['Two winters long the books lay between sheets of blotting paper.', ...STORY],
    lacks: ['before the boats go out'],
    needs: ['named-element'],
  },
  {
    name: 'a page in French with its own furniture',
    html: newspaper(
      `${paragraphs(FRENCH.slice(0, 2))}<p>&gt;&gt; À LIRE AUSSI : <a href="/1">Les fours du quartier</a></p>${paragraphs(FRENCH.slice(2))}<p>Partager sur Facebook</p><p>Mots-clés : pain, quartier</p><p>Imprimer</p><p>3 mai 2012 à 10:12</p>`,
      { lang: 'fr', title: 'La boulangerie ferme' },
    ),
    holds: FRENCH,
    lacks: ['LIRE AUSSI', 'Les fours', 'Partager', 'Mots-clés', 'Imprimer', 'mai 2012'],
    needs: ['more', 'call', 'furniture', 'date'],
  },
  {
    name: 'a page in German with elements and buttons in German',
    html: newspaper(
      `${paragraphs(GERMAN.slice(0, 2))}<div class="anzeige"><p>Sonnenhüte aus Stroh, heute noch bestellt und morgen schon auf dem Kopf.</p></div>${paragraphs(GERMAN.slice(2))}<div class="autor-box"><p>Jule Brandt zeichnet und schreibt seit 2011 für uns, am liebsten über das, was untergegangen ist.</p></div><p>Facebook</p><p>WhatsApp</p><p>1.204 Aufrufe</p><p>Diese Website verwendet Cookies, um Ihnen den besten Service zu bieten.</p>`,
      { lang: 'de', title: 'Am Stausee' },
    ),
    holds: GERMAN,
    lacks: ['Stroh', 'Jule Brandt', 'Facebook', 'WhatsApp', 'Aufrufe', 'Cookies'],
    needs: ['named-element', 'furniture', 'legal'],
  },
  {
    name: 'a page in Spanish with its own furniture',
    html: newspaper(
      `<p>Por Ana Ríos</p>${paragraphs(SPANISH)}<p>Te puede interesar: <a href="/1">El mar sin barcos</a></p><p>Compartir en Facebook</p><p>Etiquetas: mar, luz</p>`,
      { lang: 'es', title: 'El faro vuelve' },
    ),
    holds: SPANISH,
    lacks: ['Ana Ríos', 'Te puede', 'Compartir', 'Etiquetas'],
    needs: ['byline', 'more', 'call', 'furniture'],
  },
  {
    name: 'a page in Italian with its own furniture',
    html: newspaper(
      `<p>di Anna Rossi</p>${paragraphs(ITALIAN)}<p>Leggi anche: <a href="/1">Il mare senza navi</a></p><p>Condividi su Facebook</p>`,
      { lang: 'it', title: 'Il faro torna' },
    ),
    holds: ITALIAN,
    lacks: ['Anna Rossi', 'Leggi anche', 'Condividi'],
    needs: ['byline', 'more', 'call'],
  },
  {
    name: 'a page in Polish with its own furniture',
    html: newspaper(
      `<p>Autor: Ewa Lis, 12 maja 2014</p>${paragraphs(POLISH)}<p>Czytaj także: <a href="/1">Morze bez statków</a></p><p>fot. Jan Mak</p><p>Udostępnij na Facebooku</p>`,
      { lang: 'pl', title: 'Latarnia znów świeci' },
    ),
    holds: POLISH,
    lacks: ['Autor', 'Czytaj', 'fot.', 'Udostępnij'],
    needs: [['byline', 'date'], 'more', 'credit', 'call'],
  },
  {
    name: 'a line that leads elsewhere without a link',
    html: newspaper(around('<p>Read more: A day on the moor with no shoes and no map</p>')),
    holds: STORY,
    lacks: ['on the moor'],
    needs: ['more'],
  },
  {
    name: 'the words of a video’s frame and a card that sells something',
    html: newspaper(
      around(
        '<div class="video-player"><p>Play</p><p>0:00 / 1:32</p><p>Video: the path at high water</p></div><div class="product-card"><h4>Keeper’s stove</h4><p>$249.00</p></div>',
      ),
    ),
    holds: STORY,
    lacks: ['0:00', 'high water', '249.00', 'Keeper’s stove'],
    needs: ['named-element'],
  },
  {
    name: 'a page of a wiki, with a tool beside each heading',
    html: newspaper(
      `${paragraphs(STORY.slice(0, 2))}<h2><span class="headline">The bill</span><span class="edit">[<a href="/edit">edit</a>]</span></h2>${paragraphs(STORY.slice(2, 4))}<h2>The log <a class="anchor" href="#log">¶</a></h2>${paragraphs(STORY.slice(4))}`,
    ),
    holds: [STORY[0], STORY[1], 'The bill', STORY[2], STORY[3], 'The log', STORY[4]],
    lacks: ['edit', '¶'],
    needs: ['heading-link'],
  },
];
