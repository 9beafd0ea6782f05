/** English: what pages say beside their articles. */
import type { PageWords } from '../page-words.ts';

export const page: PageWords = {
  months: 'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec',
  atHour: 'at',
  oClock: '',
  dateLabels: '(?:first )?(?:published|updated|posted|last (?:updated|modified)|created|filed|modified)',
  by: 'by|text|written by|reporting by|story by',
  byMore: 'posted by|reported by|words by|published by|author',
  and: 'and',
  noAuthors: 'admin|administrator|editor|editors|staff',
  pictures: 'photo|image|picture|photograph|credit',
  credits: String.raw`photos?|images?|pictures?|photograph|credits?|sources?|video|getty|ap photo|file photo|screenshot|illustration|copyright`,
  creditsInside:
    'getty images?|ap photo|via ap|shutterstock|image credit|photo(?:graph)?(?: by|:| credit)|credit:|picture alliance',
  more:
    'read (?:more|also|next|the full)|see (?:more|also)|also read|also on|more (?:from|on|about|stories|great|coverage|news)|' +
    String.raw`related(?![\p{L}\p{N}])|recommended|don['’]?t miss|you (?:may|might) (?:also )?(?:like|be interested)|what to read next|trending|` +
    'most (?:read|popular)|popular (?:stories|now)|watch(?: also| now| more)?:|listen(?: to)?:|in case you missed|must read|' +
    "editor['’]?s picks?|up next|next article|previous article|something to consider|further reading|continue reading|keep reading",
  calls:
    'subscribe|subscription|sign(?:ing)? up|newsletters?|our (?:free )?(?:app|inbox)|your inbox|get (?:the )?.{0,20} app|' +
    String.raw`follow .{0,30}\bon (?:twitter|facebook|instagram|linkedin|google|youtube|x|bluesky|mastodon|threads|telegram|whatsapp)|` +
    'share (?:this|it|on)|like this (?:story|article|post)|click here|comments? below|(?:leave|post) a (?:comment|reply)|tell us what you|' +
    'join (?:our|the) (?:conversation|discussion|community)|download (?:our|the) app|donate|support (?:our|us|independent)|' +
    'advert(?:is(?:e|ement|ing))?|cookies?.{0,40} (?:accept|settings|policy)|members? get|write to .{0,60}@.{0,40}|email .{0,60}@.{0,40}|' +
    'contact .{0,60}@.{0,40}|order reprints|print article|text size',
  counted: 'comments?|shares?|views?|likes?',
  filed: 'this (?:entry|post) (?:was (?:posted|filed|published)|is filed)|posted (?:in|under):?|bookmark the permalink',
  junk:
    'advert(?:isement|isment|orial)?s?|ads?|sponsored(?: content)?|comments?|share|tweet|email|e-mail|print|save|close|' +
    'play|pause|mute|unmute|caption|next|prev(?:ious)?|menu|search|home|news|loading[.…]*|play video|watch|subscribe|sign in|log in|login|learn more|' +
    String.raw`image \d+ of ?/? ?\d+|\d+ ?(?:of|/) ?\d+|post comment.*|leave a (?:reply|comment).*|cancel reply|` +
    '(?:view|show|hide) comments?|skip to .*|back to top|related news|related|tags?:?|tags?:.*|filed under:?.*|topics?:.*|tagged(?: with)?:?.*|' +
    'categor(?:y|ies):?.*|published in:?.*|copy link|link copied.*|like this:|sharing is caring.*|reply|' +
    String.raw`listen to this article.*|listen to (?:the )?article|\d+ min(?:ute)?s?\.? read|reading time:?.*`,
  legal:
    'all rights reserved|subject to copyright|may not be (?:published|reproduced)|contents? of this (?:site|page)|' +
    'this (?:article|story|material|document|post) (?:was )?(?:originally )?(?:appeared|published|may not|is subject|contains affiliate)|' +
    'affiliate (?:links?|commission)|(?:contains?|includes?) (?:certain )?forward[- ]looking statements|terms (?:of (?:use|service)|and conditions) apply',
  cookies: '(?:this|our) (?:web)?site uses cookies|we use cookies',
  thePost: 'the post',
  appearedOn: 'appeared (?:first )?on',
  signOffs: String.raw`\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|translated) by`,
  addressed: 'you|your|us|our|we',
  comments:
    'comments?|responses?|replies|leave a (?:reply|comment)|join the (?:conversation|discussion)|(?:thoughts?|responses?|comments?) (?:on|to) .{0,200}',
  paywall:
    'subscribe (?:now )?to (?:continue|read|keep|unlock|access)|to (?:continue|keep) reading.{0,40}(?:subscri|sign|log ?in|register|account)|' +
    '(?:subscribe|sign in|log in|register|create (?:a free |an )?account) to (?:continue|keep) reading|' +
    'this (?:article|story|content|post) is (?:only |exclusively )?(?:for|available to|reserved for) (?:paid |paying |premium |our )?(?:subscribers|members)|' +
    '(?:for|available to) subscribers only|subscriber[- ]only (?:content|article|story)|' +
    "you(?:’|')?ve (?:reached|read) (?:your|all).{0,40}(?:limit|free articles)|" +
    String.raw`already a (?:subscriber|member)\?|become a (?:subscriber|member) to (?:read|continue|unlock)|unlock (?:this|the full) (?:article|story)`,
  continued:
    'continue reading|read (?:the )?(?:full|whole|entire|rest of the) (?:story|article|post|interview|report)|read the rest|keep reading|read more at',
  botWall:
    String.raw`just a moment|attention required! \| cloudflare|checking (?:your|if the site connection is) (?:browser|secure)|` +
    'verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:robot|human)|' +
    "i(?:’|')?m not a robot|complete the (?:security check|captcha)|unusual (?:traffic|activity) from|enable javascript and cookies to continue|" +
    'pardon our interruption|access (?:to this page has been |is )?denied|press (?:&|and) hold|ddos protection by|' +
    String.raw`please (?:solve|complete) (?:the|this) captcha|request unsuccessful\. incapsula|automated (?:access|requests|queries)`,
  consent:
    String.raw`we (?:and our (?:\d+ )?partners )?(?:use|store|value your privacy).{0,80}(?:cookies|privacy|device)|we value your privacy|` +
    'your (?:privacy|consent) (?:choices|settings|preferences)|before you continue|accept (?:all )?(?:cookies|and continue)|' +
    'manage (?:your )?(?:cookie|privacy|consent)',
  needsScripts:
    '(?:please )?(?:enable|turn on|activate|requires?|needs?) (?:your )?javascript|javascript (?:is|seems to be) (?:disabled|required|not enabled)|' +
    'you need to enable javascript',
  about: 'About|ABOUT',
  aboutArticles: 'the',
  contacts:
    '(?:media|press|investor|news)(?: relations)? (?:contacts?|inquiries|enquiries)|notes? (?:to|for) editors?|' +
    '(?:cautionary note regarding )?forward[- ]looking statements?|safe harbou?r(?: statement)?',
  ofThePage: [
    String.raw`\b(?:this|the full|the rest of this) (?:article|story|content|report) is (?:\p{L}+ )?(?:for|available to|reserved for|open to) (?:our )?(?:\p{L}+ )?(?:subscribers|members)`,
    String.raw`\balready a (?:subscriber|member)|\b(?:sign|log) in (?:to|now|here|below)?\b[^.]{0,20}[.]?$|\bsubscribe (?:now|today|to (?:read|our|continue)|for)|\bfree trial\b|\bcancel any ?time`,
    String.raw`\b(?:continue|keep) reading\b|\bto (?:read|unlock) (?:on|the full|this|more)\b|\bsign up for our|\bour newsletter\b`,
    String.raw`^(?:notes? to editors?|media contacts?|press contacts?|contact|for (?:more|further) information|editor[’']s note|correction)\s*[:,–—-]`,
    String.raw`\ball rights reserved\b|\bfollow us on\b`,
  ].join('|'),
};
