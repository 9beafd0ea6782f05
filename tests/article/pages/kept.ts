/** Pages whose article has another shape than paragraphs: what belongs to it stays. */
import { around, newspaper, type PageCase, paragraphs, STORY } from './page.ts';

const LIVE_ENTRIES = [
  [
    '14:32',
    'The last boat is in',
    'The harbour master says that all nineteen boats of the fleet are back behind the mole, the last of them with a torn sail and a crew that has not slept for thirty hours.',
  ],
  [
    '13:05',
    'School sends children home',
    'The school on the hill has closed for the day and asks parents to fetch the younger children, since the bus cannot pass the flooded bridge at the mill before the evening.',
  ],
  [
    '11:40',
    'Wind reaches storm force',
    'The station at the lighthouse measured 27 metres a second a few minutes ago, which is the highest figure of this winter, said Ragna Moe of the weather service on the radio.',
  ],
  [
    '09:15',
    'Ferry cancelled',
    'There will be no ferry before Friday, the company has announced, and passengers with a ticket may travel on any later day of the month without paying for it again.',
  ],
] as const;

const INTERVIEW = [
  [
    'You have run the library for 28 years. What was the worst day?',
    'The morning after the pipe burst. I came in at six and heard water where there should be none. I sat down on the stairs and did not move for ten minutes, and then I called the cannery and asked for crates.',
  ],
  [
    'Did you share the news with the town at once?',
    'No. I was ashamed, as if I had left a tap running. My sister told them, and before noon there were forty people in rubber boots in the yard who wanted to know what they could carry and where to.',
  ],
  [
    'And now?',
    'Now we have pumps, and an alarm that wakes me whenever somebody mops the floor. I have learned to sleep through it, which the engineer says is not the idea, but he does not live above the cellar.',
  ],
  [
    'Should people subscribe to your newsletter, then?',
    'Ask me when the pilots’ log has been printed. I have promised myself to see it between two covers, and the printer says next autumn, so that is the date you may write down for now.',
  ],
] as const;

const PUMPS = [
  'The pumps came from a shipyard that closes in May, and they are older than the engineer who looks after them, who says that she has never heard them complain and does not mean to let them begin.',
  'They lift forty litres a second, which is a little more than the pipe let in on the night it burst, according to the report that the county published in the autumn and that nobody has disputed since.',
  'Whether that is enough, the report says, depends on the sea, which has stood higher than the cellar door on nine days of the last ten years, most of them in November and all of them at night.',
  'The council wants to hear about a wall. The cannery, whose own cellar lies lower, has offered a third of the price, on the condition that the wall be built before the herring season and not after it.',
] as const;

const NOTICE = [
  'The harbour office is closed on Friday, and letters that arrive by the morning boat are kept at the cannery gate until noon, where they can be fetched by anybody who can name the sender and the colour of the envelope.',
  'The harbour office asks for patience with the new bell, which rings at every full hour, at the half, and whenever a lorry turns in the yard, as the makers say they can explain but not yet mend.',
  'The harbour office reminds all owners that boats without a number, a name, or a lamp may be moved, sold, or sunk, in this order, after a notice such as this one has hung for fourteen days.',
] as const;

export const KEPT: readonly PageCase[] = [
  {
    name: 'a live blog whose entries carry their time in a time element',
    html: newspaper(
      LIVE_ENTRIES.map(
        ([time, head, text]) =>
          `<div class="live-entry" id="e${time.replace(':', '')}"><time datetime="2026-02-11T${time}:00+01:00">${time}</time><h3>${head}</h3><p>${text}</p></div>`,
      ).join('\n'),
      { title: 'Storm over Tarnholm: the day as it happened' },
    ),
    holds: LIVE_ENTRIES.flatMap(([time, head, text]) => [`${time} ${head}`, text]),
    needs: ['entry-times'],
  },
  {
    name: 'a live blog with the hour in a span and no headings',
    html: newspaper(
      LIVE_ENTRIES.map(
        ([time, , text]) =>
          `<section class="post"><span class="post-time">${time.replace(':', '.')} GMT</span><p>${text}</p></section>`,
      ).join('\n'),
      { title: 'Storm over Tarnholm: the day as it happened' },
    ),
    holds: LIVE_ENTRIES.map(([time, , text]) => `${time.replace(':', '.')} GMT ${text}`),
    needs: ['entry-times'],
  },
  {
    name: 'an interview with its questions in bold paragraphs, short ones too',
    html: newspaper(
      INTERVIEW.map(([question, answer]) => `<p><strong>${question}</strong></p><p>${answer}</p>`).join('\n'),
      {
        title: 'Berit Lund on pumps and patience',
      },
    ),
    holds: INTERVIEW.flat(),
    needs: ['questions'],
  },
  {
    name: 'an interview with its questions in divs of their own',
    html: newspaper(
      INTERVIEW.map(
        ([question, answer]) => `<div class="question">${question}</div><div class="answer"><p>${answer}</p></div>`,
      ).join('\n'),
      { title: 'Berit Lund on pumps and patience' },
    ),
    holds: INTERVIEW.flat(),
    needs: ['questions'],
  },
  {
    name: 'a list of short points inside the text',
    html: newspaper(
      around('<ul><li>Opens at ten</li><li>Closes at six</li><li>No charge for members of the choir</li></ul>'),
    ),
    holds: [...STORY.slice(0, 3), 'Opens at ten', 'Closes at six', 'No charge for members of the choir', STORY[3]],
    needs: ['blocks'],
  },
  {
    name: 'a numbered list whose items hold a link each',
    html: newspaper(
      around(
        '<ol><li>Fill in the <a href="/form">form for readers</a> and bring it with you</li><li>Wait for the letter that names your <a href="/desk">desk and hour</a></li><li>Leave wet coats in the <a href="/hall">hall by the stairs</a></li></ol>',
      ),
    ),
    holds: ['Fill in the form for readers and bring it with you', 'Leave wet coats in the hall by the stairs'],
    needs: ['blocks'],
  },
  {
    name: 'questions and answers in a definition list',
    html: newspaper(
      around(
        '<dl><dt>Who may read the log?</dt><dd>Anybody who has washed their hands and signed the book at the desk.</dd><dt>When?</dt><dd>On weekdays after noon.</dd></dl>',
      ),
    ),
    holds: ['Who may read the log?', 'When?', 'On weekdays after noon.'],
    needs: ['blocks'],
  },
  {
    name: 'a table of figures, a line a row',
    html: newspaper(
      around(
        '<table><caption>What was lost</caption><tr><th>Floor</th><th>Books</th><th>Dry again</th></tr><tr><td>Cellar</td><td>11,000</td><td>2,150</td></tr><tr><td>Ground floor</td><td>340</td><td>338</td></tr></table>',
      ),
    ),
    holds: ['Floor | Books | Dry again', 'Cellar | 11,000 | 2,150', 'Ground floor | 340 | 338'],
    needs: ['table-rows'],
  },
  {
    name: 'a quotation set apart',
    html: newspaper(
      around(
        '<blockquote>Whoever borrows a book from the sea must bring it back dry.<br>Rule 1 of the house, 1803</blockquote>',
      ),
    ),
    holds: ['Whoever borrows a book from the sea must bring it back dry.', 'Rule 1 of the house, 1803'],
    needs: ['blocks'],
  },
  {
    name: 'subheads between the paragraphs',
    html: newspaper(`<h2>The flood</h2>${paragraphs(STORY.slice(0, 2))}<h2>The bill</h2>${paragraphs(STORY.slice(2))}`),
    holds: ['The flood', STORY[0], STORY[1], 'The bill', STORY[2]],
    needs: ['blocks'],
  },
  {
    name: 'a post from a social network set into the text',
    html: newspaper(
      around(
        '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Doors open. Sign up for our night of stories.</p>&mdash; Tarnholm Library (@tarnlib) <a href="https://social.example/tarnlib/1">February 12, 2026</a></blockquote><script async src="https://social.example/w.js"></script>',
      ),
    ),
    holds: [
      ...STORY.slice(0, 3),
      'Doors open. Sign up for our night of stories.',
      '— Tarnholm Library (@tarnlib) February 12, 2026',
      STORY[3],
    ],
    needs: ['embedded-post'],
  },
  {
    name: 'a post whose frame only says where it can be seen',
    html: newspaper(
      around(
        '<blockquote class="instagram-media"><a href="https://pictures.example/p/1">View this post on Pictures</a><p><a href="https://pictures.example/p/1">A post shared by Tarnholm Library (@tarnlib)</a></p></blockquote>',
      ),
    ),
    holds: STORY,
    lacks: ['View this post', 'A post shared by'],
    needs: ['links'],
  },
  {
    name: 'a large first letter',
    html: newspaper(`<p><span class="dropcap">T</span>${STORY[0].slice(1)}</p>${paragraphs(STORY.slice(1))}`),
    holds: STORY,
    needs: ['inline'],
  },
  {
    name: 'a lead in an element of its own before the text',
    html: newspaper(
      `<div class="article-lead">${STORY[0]}</div><div class="share-bar"><a href="#">Share</a></div><div class="body-text">${paragraphs(STORY.slice(1))}</div>`,
    ),
    holds: STORY,
    needs: ['blocks'],
  },
  {
    name: 'answers that open when pressed',
    html: newspaper(
      around(
        '<details><summary>Why did the alarm stay silent?</summary>It had been hung above the water line of 1962, which nobody expected to be passed again in this century.</details>',
      ),
    ),
    holds: [
      'Why did the alarm stay silent?',
      'It had been hung above the water line of 1962, which nobody expected to be passed again in this century.',
    ],
    needs: ['blocks'],
  },
  {
    name: 'a paragraph whose element is named as something beside the text',
    html: newspaper(around(`<div class="sidebar-wide"><p>${PUMPS[0]}</p></div>`)),
    holds: [...STORY.slice(0, 3), PUMPS[0], ...STORY.slice(3)],
    needs: ['bridge'],
  },
  {
    name: 'a text in an element that is named as something beside it, and a notice in the middle of the page',
    html: `<html><head><title>Tarnholm opens its reading room again</title></head><body><div class="notice"><p>${NOTICE.join('</p><p>')}</p></div>
<div class="sidebar-left"><h1>Tarnholm opens its reading room again</h1>${paragraphs([...STORY, ...PUMPS])}</div></body></html>`,
    holds: [...STORY, ...PUMPS],
    lacks: ['The harbour office'],
    needs: ['paragraphs'],
  },
];
