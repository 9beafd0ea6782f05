/** The invented articles of the news site that most tests read. */
import { headTags } from './head.ts';

const OUTLET = 'The Sound Courier';

/** Invented articles: people, places and events exist nowhere. Four speakers each, with quotations of several kinds. */
export interface InventedArticle {
  path: string;
  title: string;
  author: string;
  published: string;
  caption: string;
  paragraphs: string[];
}

export const ARTICLES: InventedArticle[] = [
  {
    path: '/news/tidemouth-ferry',
    title: 'Tidemouth council votes to close the night ferry',
    author: 'Orla Fennick',
    published: '2026-03-14T08:30:00Z',
    caption: 'The ferry Lady Brannoch at the Tidemouth pier on Friday. Photo: Piers Attwell',
    paragraphs: [
      'TIDEMOUTH — The town council voted 9 to 6 on Thursday evening to end the night ferry between Tidemouth and Saltery Island from 1 June, after a debate of more than four hours.',
      '“The night boat carries eleven people on an average evening and costs us 412,000 crowns a year,” said Mayor Edda Quillon, who proposed the closure. “No town of our size can carry that.”',
      'The ferry has crossed the sound since 1931. Two day crossings, at 7 a.m. and 5 p.m., will remain.',
      'Tomas Wray, who represents Saltery Island on the council, voted against the proposal and said that the figures left out the winter months. “They counted passengers in July, when everyone sleeps on their own boat,” he said. “In January that boat is the only way to the hospital.”',
      'Dr. Henrike Solano, who runs the island’s clinic, told the council that she had sent 38 patients across at night last year. She asked for a delay of one year and for a helicopter contract to be agreed first.',
      'The operator, Brannoch Lines, neither supported nor opposed the decision. Its director, Calum Verrey, said the company would run the service “as long as somebody pays for it”, and that the 14 members of the night crew would be offered work on the day crossings.',
      'Asked whether the town had looked for another operator, Ms. Quillon declined to comment.',
      'A petition against the closure had gathered 2,300 signatures by Thursday noon, according to the island’s residents’ association. The council is required by its own rules to debate any petition with more than 2,000 signatures, which means that the question will return to the chamber in April.',
      'The budget committee has estimated that the closure would save 1.6 million crowns by 2030. Mr. Wray called the estimate “a guess with a decimal point”.',
      'The regional transport office, which pays a fifth of the costs, has not said whether it will withdraw its share.',
    ],
  },
  {
    path: '/news/orchard-water',
    title: 'Growers and city dispute who drained the Vellan reservoir',
    author: 'Marit Osei',
    published: '2026-04-02T17:05:00Z',
    caption: 'The intake tower of the Vellan reservoir stands dry. Photo: Jonah Brandt',
    paragraphs: [
      'VELLAN — The reservoir that supplies both the city of Vellan and 340 orchards fell to 18 percent of its capacity this week, the lowest level since it was filled in 1967, the regional water board reported on Wednesday.',
      'The board’s chair, Ines Callowhill, blamed evening irrigation. “Between April and now the orchards took forty percent more than their permits allow,” she told reporters at the dam. “We have the meters, and the meters do not argue.”',
      'Growers rejected that account. Anselm Pryce, president of the Orchard Union, said that a third of the meters had been out of order since the winter and that the board had been warned in writing. “You cannot fine people with a broken clock,” Mr. Pryce said.',
      'The union supports a shared limit, he added, but only if the city accepts one as well.',
      'Vellan’s deputy mayor, Rosalind Achterberg, said the city had already cut its use by 12 percent and would not go further before the summer. The city council, she said, “has done its homework”.',
      'A hydrologist at the University of Norreach, Professor Ilya Marchetti, suggested that both sides were looking at the wrong thing. According to his measurements, leaks in the main channel lose about 2.1 million cubic metres a year, more than the orchards are accused of taking.',
      '“If you fix the channel, there is nothing left to quarrel about,” Professor Marchetti said in an interview.',
      'The board said it had asked for 9 million crowns for repairs in 2024 and had received none. The regional government did not reply to questions by Wednesday evening.',
      'From Monday, watering lawns is forbidden in Vellan between 6 a.m. and 10 p.m. The board will decide on 15 April whether to close the orchards’ gates for ten days, a step that it has taken once before, in 1989.',
      'Forecasters expect no rain before the end of the month.',
    ],
  },
  {
    path: '/news/school-phones',
    title: 'Larkhaven schools to lock pupils’ phones away for a year',
    author: 'Dario Penhallow',
    published: '2026-05-20T06:00:00Z',
    caption: 'Lockers at Larkhaven North school. Photo: Signe Abara',
    paragraphs: [
      'LARKHAVEN — All seven secondary schools in Larkhaven will lock pupils’ phones in lockers during lessons and breaks from September, in a trial that is to last one school year.',
      'The head of the school authority, Beatrix Lindqvist-Moore, announced the trial on Tuesday. “We are not banning anything for ever,” she said. “We want to know what happens when 4,800 young people have their lunch without a screen.”',
      'The authority will compare marks, absences and reported bullying with those of the neighbouring district of Easterby, where phones remain allowed.',
      'The teachers’ association welcomed the plan. Its spokesman, Gethin Okafor, said that teachers lose about eight minutes of every lesson to telephones. He added that “somebody else than the teacher” must look after the lockers.',
      'Parents are divided. “My daughter has diabetes and her sensor talks to her phone,” said Paloma Reyes-Hart, who leads the parents’ council of Larkhaven North. “Nobody could tell me who opens the locker when it beeps.” She said she would support the trial if there were written exceptions for medical devices.',
      'Ms. Lindqvist-Moore replied that such exceptions were planned and would be published before the summer holidays.',
      'Among pupils the mood was calmer than expected. Teodor Vance, 16, who speaks for the pupils’ assembly, said that the assembly opposed the lockers but not the idea. “Let us keep them in our bags and trust us,” he said.',
      'The lockers cost 260,000 crowns, paid by the town and a local savings bank. Similar trials in two other towns ended after a few months, one because the keys were lost.',
      'The authority promised to publish all results, “whichever way they point”, in October of next year.',
    ],
  },
];

/** An article as a site serves it: with everything around it that is not the article. */
export function articlePage(article: InventedArticle, origin: string): string {
  const others = ARTICLES.filter((one) => one !== article);
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published,
    author: { '@type': 'Person', name: article.author },
    publisher: { '@type': 'Organization', name: OUTLET },
    isAccessibleForFree: true,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${headTags({ ...article, outlet: OUTLET }, origin)}
<script type="application/ld+json">${JSON.stringify(metadata)}</script>
</head>
<body>
<div class="cookie-banner" role="dialog" aria-label="Cookies"><p>We use cookies to make this site better. Read our cookie policy.</p><button>Accept all</button><button>Settings</button></div>
<header><a href="/">The Sound Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li><li><a href="/subscribe">Subscribe</a></li></ul></nav></header>
<main>
<article>
<h1>${article.title}</h1>
<p class="byline">By ${article.author}</p>
<time datetime="${article.published}">${article.published.slice(0, 10)}</time>
<figure><img src="/images/lead.png" alt=""><figcaption>${article.caption}</figcaption></figure>
${article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
<aside class="related"><h2>Related stories</h2><ul>${others.map((one) => `<li><a href="${one.path}">${one.title}</a></li>`).join('')}</ul></aside>
</article>
<section id="comments" class="comments"><h2>Leave a Reply</h2><div class="comment"><p><b>gullwatcher</b>: “They should all resign,” and I am not alone in saying so.</p></div><div class="comment"><p><b>pier_fan</b>: First comment, nice photo.</p></div><form><textarea></textarea><button>Post comment</button></form></section>
</main>
<footer><p>© The Sound Courier. All rights reserved. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>
</body>
</html>`;
}
