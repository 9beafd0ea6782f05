/** Invented articles in scripts and languages for which there are only the neutral rules. */

export const RUSSIAN = `Городской совет Зареченска спорит о мосте

Городской совет Зареченска во вторник 11 голосами против 6 решил закрыть старый мост до 14 мая. Ремонт обойдётся в 3,4 млн рублей, сообщила мэр Ирина Белова.

«Мы не пустим ни одного автобуса на этот мост», — сказала Белова после заседания. По её словам, число аварий выросло на 5 процентных пунктов.

Предприниматель Павел Громов заявил, что выручка упала на 30 процентов. «Нас никто не спросил», — сказал Громов.

Мост был построен в 1894 году. Каждый день по нему проезжало 12 тысяч машин. Министерство транспорта не ответило на запрос.`;

export const JAPANESE = `川辺市、古い橋を閉鎖へ

川辺市議会は火曜日、賛成11、反対6で、古い橋を5月14日まで閉鎖することを決めた。修理費は3億4000万円になると田中市長が明らかにした。

「安全でない橋にバスを走らせることはできない」と田中市長は述べた。市によると、1日に約1万2000台の車が橋を渡っていた。

パン屋を営む佐藤健さんは、売り上げが３０％減ったと話した。「誰も私たちに聞かなかった」と佐藤さんは語った。

橋は1894年に造られた。県は質問に答えなかった。`;

export const ARABIC = `مجلس مدينة الوادي يغلق الجسر القديم

قرر مجلس مدينة الوادي يوم الثلاثاء بأغلبية ١١ صوتا مقابل ٦ إغلاق الجسر القديم حتى ١٤ مايو. وستكلف أعمال الإصلاح ٣٫٤ مليون دينار، وفقا لرئيسة البلدية ليلى منصور.

وقالت منصور: «لن نسمح بمرور أي حافلة على جسر لا نضمن سلامته». وأضافت أن عدد الحوادث ارتفع بنسبة ٣٠ في المئة.

وقال صاحب المخبز كريم سالم: «لم يسألنا أحد قبل إغلاق الطريق». وقد بني الجسر عام ١٨٩٤، وكانت تعبره ١٢ ألف سيارة كل يوم.`;

export const ITALIAN = `Il comune di Valdora chiude il ponte vecchio

Il consiglio comunale di Valdora ha deciso martedì, con 11 voti contro 6, di chiudere il ponte vecchio fino al 14 maggio. I lavori costeranno 3,4 milioni di euro.

«Non faremo passare nessun autobus su quel ponte», ha detto la sindaca, Irene Balestri. Secondo la sindaca gli incidenti sono aumentati del 30 per cento.

Il fornaio Paolo Grandi ha licenziato due dei suoi venticinque dipendenti. La regione non ha risposto alle domande.`;

export const MONEY = `Harlow ferry firm changes its prices

The ferry firm Alder Lines will pay $5 million for a new boat, the company said on Monday 3 March. It had offered €4 million in January. The price of a ticket rises by 5 percentage points less than inflation, to £12. Its share of the market grew by 7 percent, from 21 percent to 28 percent.

Twenty-five sailors and thirteen cooks will be hired by 30 September 2026. The boat is 84 metres long and weighs 1,200 tonnes. Chief executive Magnus Thorvald thanked Senator Alisa Quennell for her help.`;
