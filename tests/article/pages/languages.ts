/** Pages in other scripts: words are counted, and lines judged, without knowing the language. */
import { newspaper, type PageCase, paragraphs } from './page.ts';

const ARABIC = [
  'أعادت مكتبة تارنهولم فتح أبوابها يوم الخميس بعد عامين من انفجار أنبوب أغرق القبو وأتلف أحد عشر ألف كتاب كانت قد نجت من حربين وحريق كبير.',
  '«حملناها في صناديق السمك لأن هذا كل ما كان في الميناء»، قالت بيريت لوند التي تدير المكتبة منذ عام 1998، وشكرت عمال المصنع الذين لم يناموا ثلاث ليال.',
  'كلفت الإصلاحات المدينة مليونين وأربعمائة ألف كرونة، دفعت شركة التأمين أقل من نصفها بقليل بحسب الحسابات التي عرضت على المجلس في أول أسبوع من الشهر.',
];
const HEBREW = [
  'חדר הקריאה של טרנהולם נפתח שוב ביום חמישי, שנתיים אחרי שצינור התפוצץ, הציף את המרתף והרס אחד עשר אלף ספרים ששרדו שתי מלחמות ושריפה אחת.',
  '״הוצאנו אותם בארגזי דגים, כי זה כל מה שהיה בנמל״, אמרה ברית לונד, המנהלת את הספרייה מאז 1998, והודתה לפועלים שוויתרו על שינה במשך שלושה לילות.',
  'התיקון עלה לעיר שניים וחצי מיליון כתרים, והמבטח שילם קצת פחות ממחצית הסכום, לפי החשבונות שהוצגו בפני המועצה בשבוע הראשון של החודש.',
];
const JAPANESE = [
  'ターンホルムの閲覧室は、配管の破裂で地下室が水没し、二度の戦争と一度の火災を生き延びた一万一千冊の本が失われてから二年後の木曜日に、再び扉を開いた。',
  '「港にあったのは魚の箱だけでしたから、それで運び出しました」と、一九九八年から図書館を率いるベリット・ルンド館長は話し、三晩眠らずに手伝った缶詰工場の人々に感謝した。',
  '修理には二百四十万クローネがかかり、今月の第一週に議会へ提出された会計によれば、保険会社が支払ったのはその半分に少し足りない額だったという。',
];
const CHINESE = [
  '塔恩霍尔姆的阅览室星期四重新开放。两年前，一根水管破裂，淹没了地下室，毁掉了一万一千册曾经历两次战争和一场大火的书籍。',
  '“我们用鱼箱把书搬出来，因为港口只有这些。”自一九九八年起主持图书馆的贝丽特·伦德说。她感谢罐头厂的工人连续三夜没有睡觉来帮忙。',
  '根据本月第一周提交给市议会的账目，修缮费用为二百四十万克朗，保险公司支付了其中不到一半，其余部分由本市和郡政府共同承担。',
];
const KOREAN = [
  '타른홀름의 열람실이 목요일에 다시 문을 열었다. 수도관이 터져 지하실이 잠기고 두 번의 전쟁과 한 번의 화재를 견딘 책 만 천 권이 망가진 지 이 년 만이다.',
  '“항구에 있던 것이라고는 생선 상자뿐이어서 그것으로 책을 옮겼습니다”라고 1998년부터 도서관을 이끌어 온 베리트 룬드 관장이 말하며 사흘 밤을 새운 공장 노동자들에게 감사를 전했다.',
  '수리에는 이백사십만 크로네가 들었고, 이달 첫째 주에 시의회에 제출된 회계 자료에 따르면 보험 회사는 그 절반에 조금 못 미치는 금액을 지급한 것으로 나타났다.',
];
const GERMAN = [
  'Der Lesesaal von Tarnholm hat am Donnerstag wieder geöffnet, zwei Jahre nachdem ein geplatztes Rohr den Keller überflutet und elftausend Bücher zerstört hatte, die zwei Kriege überstanden hatten.',
  '„Wir haben sie in Fischkisten herausgetragen, denn etwas anderes gab es im Hafen nicht“, sagte Berit Lund, die die Bücherei seit 1998 leitet, und dankte den Arbeitern der Fabrik.',
  'Die Reparatur kostete die Stadt 2,4 Millionen Kronen; davon zahlte die Versicherung nach den Büchern des Kämmerers, die dem Rat Anfang des Monats vorlagen, etwas weniger als die Hälfte.',
];
const RUSSIAN = [
  'Читальный зал Тарнхольма снова открылся в четверг, через два года после того, как лопнувшая труба затопила подвал и погубила одиннадцать тысяч книг, переживших две войны и пожар.',
  '«Мы выносили их в ящиках из-под рыбы, потому что ничего другого в порту не было», — сказала Берит Лунд, которая руководит библиотекой с 1998 года и благодарит рабочих завода.',
  'Ремонт обошёлся городу в 2,4 миллиона крон, из которых страховая компания заплатила чуть меньше половины, следует из счетов, представленных совету в первую неделю месяца.',
];

export const LANGUAGES: readonly PageCase[] = [
  {
    name: 'a page from right to left, with a caption',
    html: newspaper(`${paragraphs(ARABIC)}<figure><img src="a.jpg"><figcaption>القبو في مارس</figcaption></figure>`, {
      lang: 'ar',
      title: 'تارنهولم تفتح قاعة القراءة من جديد',
    }),
    holds: ARABIC,
    lacks: ['القبو في مارس'],
    needs: ['caption'],
  },
  {
    name: 'a page in Hebrew with marks of direction in it',
    html: newspaper(paragraphs(HEBREW.map((text) => `\u200f${text}\u200e`)), {
      lang: 'he',
      title: 'טרנהולם פותחת שוב את חדר הקריאה',
    }),
    holds: HEBREW,
    needs: ['unseen-characters'],
  },
  {
    name: 'a page in Japanese with links to other articles',
    html: newspaper(
      `${paragraphs(JAPANESE)}<p>関連記事</p><p><a href="/1">魚の箱の夜、港の人々はどう動いたのか</a></p>`,
      { lang: 'ja', title: '閲覧室、二年ぶりに再開' },
    ),
    holds: JAPANESE,
    lacks: ['関連記事', '魚の箱の夜'],
    needs: ['more', 'links'],
  },
  {
    name: 'a page in Chinese with the reporter’s line',
    html: newspaper(`<p>记者：林海</p>${paragraphs(CHINESE)}`, { lang: 'zh', title: '塔恩霍尔姆阅览室重新开放' }),
    holds: CHINESE,
    lacks: ['林海'],
    needs: ['byline'],
  },
  {
    name: 'a page in Korean with related articles',
    html: newspaper(
      `${paragraphs(KOREAN)}<h4>관련기사</h4><ul><li><a href="/1">생선 상자의 밤을 기억하는 사람들의 이야기</a></li></ul>`,
      {
        lang: 'ko',
        title: '열람실, 이 년 만에 다시 열다',
      },
    ),
    holds: KOREAN,
    lacks: ['관련기사', '생선 상자의 밤을'],
    needs: ['more'],
  },
  {
    name: 'a page in German with its own furniture',
    html: newspaper(
      `<p>Von Signe Holm</p>${paragraphs(GERMAN)}<p>Lesen Sie auch: <a href="/1">Die Nacht der Fischkisten</a></p><p>Jetzt abonnieren und keinen Brief verpassen</p><p>Schlagwörter: Bücher, Hafen</p>`,
      { lang: 'de', title: 'Tarnholm öffnet seinen Lesesaal' },
    ),
    holds: GERMAN,
    lacks: ['Von Signe', 'Lesen Sie auch', 'abonnieren', 'Schlagwörter'],
    needs: ['byline', 'more', 'call', 'furniture'],
  },
  {
    name: 'a page in Russian with its own furniture',
    html: newspaper(
      `${paragraphs(RUSSIAN)}<p>Фото: Туве Даль</p><p>Читайте также: <a href="/1">Ночь рыбных ящиков</a></p><p>Подпишитесь на нашу рассылку</p>`,
      {
        lang: 'ru',
        title: 'Тарнхольм снова открыл читальный зал',
      },
    ),
    holds: RUSSIAN,
    lacks: ['Туве Даль', 'Читайте также', 'Подпишитесь'],
    needs: ['credit', 'more', 'call'],
  },
];
