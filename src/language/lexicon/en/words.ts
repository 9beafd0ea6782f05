/** Closed and half-closed word classes of English news. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

export const TIME =
  set(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year morning
  evening night afternoon january february march april may june july august september october november december noon weekend last
  next earlier later recently now then once also again already repeatedly often frequently previously publicly privately initially
  instead finally eventually however meanwhile jan feb aug sept oct nov dec`);
export const AUXILIARY =
  set(`has have had having did does do would will could should can may might must is are was were be been being
  's 'd 'll 've 're 'm ca wo`);
export const BE = set(`is are was were be been being 's 're 'm get gets got`);
export const NOT = set(`not n't never`);
export const PRONOUN =
  set(`he she they we i it you who which everyone everybody nobody someone anyone many some others most all one both
  those this that these several neither none`);
export const POSSESSIVE = set('his her their its my our your whose');
export const PREPOSITION =
  set(`of for from at in with to on by near about against among between during after before over under into through
  across around behind within inside outside toward towards via including without like than as`);
/** Prepositions that hang on a noun phrase and so belong to a subject. */
export const NOUN_PREPOSITION = set(
  'of for from at in with to on by near against among between behind within inside outside across around',
);
/** Begins a clause: no subject reaches over it. */
export const FUNCTION =
  set(`but and or while after before when as if although though because since in on at for from to with by during yet so then
  also however still instead meanwhile even that this these those it he she they we i there here what who how why where asked speaking
  according despite until unless once both not`);
export const CLAUSE_START =
  set(`that while after before when as if although though because since until unless once whereas where whether and but or
  yet so`);
/** A sentence that begins so opens with an adverbial: the clause before "X said" is no statement. */
export const ADVERBIAL_START =
  set(`in on at during after when while as asked if because although though since before with by for speaking from to
  under despite like unlike through until once responding appearing citing referring noting calling using earlier later
  according following amid given writing addressing discussing announcing asked pressed questioned last meanwhile however`);

export const ROLE =
  set(`minister president chancellor premier secretary spokesman spokeswoman spokesperson director chairman chairwoman chair
  chief leader speaker ambassador commissioner mayor governor senator congressman congresswoman rep sen gov attorney general manager
  strategist adviser advisor nominee candidate justice judge professor pollster host anchor analyst reporter author actor actress singer
  pastor sheriff lieutenant officer executive founder co-founder cofounder owner head coach captain economist lawyer prosecutor
  lawmaker representative deputy envoy diplomat prince princess king queen pope bishop archbishop cardinal rabbi imam reverend
  researcher scientist historian expert activist organizer organiser teacher principal superintendent student farmer nurse doctor
  surgeon editor columnist correspondent journalist writer producer filmmaker musician artist curator co-author coauthor member
  treasurer councillor councilman councilwoman councilor alderman undersecretary legislator mp detective sergeant colonel major admiral
  commander inspector superintendent constable resident witness neighbor neighbour victim survivor aide staffer consultant engineer
  developer designer architect chef striker midfielder goalkeeper defender trainer player president-elect ceo cfo investigator magistrate
  vicar minister-president politician official volunteer`);
export const HONORIFIC = set('mr mrs ms miss dr sir dame lord lady madam');
export const TITLE =
  set(`mr mrs ms miss dr sen rep gov president senator governor congressman congresswoman representative lt gen col rev sir
  dame lord lady judge justice secretary prof capt sgt sheriff maj cpl cmdr adm det supt mayor former then vice deputy first`);
export const FEMALE_ROLE =
  set(`mrs ms miss madam lady dame spokeswoman chairwoman congresswoman councilwoman actress queen princess mother wife
  daughter sister businesswoman widow grandmother girlfriend woman girl`);
export const MALE_ROLE =
  set(`mr sir lord spokesman chairman congressman councilman actor king prince father husband son brother businessman
  widower grandfather boyfriend man boy pope bishop`);
export const FEMALE =
  set(`hillary melania ivanka michelle kellyanne elizabeth nancy sarah mary jennifer jill megyn susan karen barbara kate
  katie katrina huma donna debbie nikki carly rachel anna ann anne julia laura jane janet jessica linda lisa amy alicia lynn heidi hope
  omarosa maria martha margaret ruth loretta gloria diana diane christine christina kathy kathleen kelly kirsten dana sally stephanie
  rebecca emily emma rosie samantha claire joni jan joan carol cheryl angela theresa tulsi gabby gennifer juanita paula monica chelsea
  tiffany bernadette symone jacqueline vanessa betty helen andrea brenda tammy tina wendy victoria alexandra cindy olivia sheila shirley
  judith judy patricia pam pamela sandra sharon deborah dianne elaine ursula giorgia marine sanna mette jacinda nicola priya fatima aisha
  leila natalia olga irina svetlana yulia elena maya nora alice eva ingrid astrid sofia sophie charlotte lucy grace hannah amelia
  isabel carmen lucia camila valentina beatriz ines marta chiara giulia francesca petra sabine heike claudia annalena katarina suella
  liz yvette rosa zoe abigail annie april audrey becky beth bonnie bridget caitlin caroline catherine cathy celia colleen connie courtney
  crystal daisy dawn denise doris dorothy edith eileen eleanor ellen erica erin esther eve florence frances gail georgia gina
  gwen harriet hazel holly irene iris jackie jasmine jeanne jenna jenny joanna jocelyn josephine joyce kara katherine kathryn kay kim
  kristen kristin lauren leah leslie lillian lily lois lorraine louise lydia lynne madison marcia maggie marie marilyn marjorie maureen
  megan melinda melissa meredith mia mildred miranda molly myra nadia naomi natalie nicole nina norma pauline peggy penny phyllis
  polly renee rita roberta robin roxanne sabrina sadie selena shannon sonia stacy stella sue suzanne sylvia tamara tanya tara teresa
  tracy ursula valerie vera veronica violet virginia vivian yvonne`);
export const MALE =
  set(`donald barack bill mike tim john ted marco jeb ben chris rand james joe mitt mitch george robert david michael william
  richard thomas tom charles steve steven stephen daniel dan matthew matt anthony tony brian kevin jason jeff jeffrey scott eric
  andrew peter greg gregory larry harry frank jack dennis jerry alan roger sean lindsey newt rudy reince corey paul vladimir bob rob ron rick
  ricky ken kenneth gary martin jim jimmy sam samuel adam ryan jon jonathan nick nicholas jose juan carlos luis khizr julian brad bruce carl
  craig dave doug ed edward fred glenn howard ian jake jared jay joel josh justin keith lou luke max neil pat patrick phil philip ray ross
  russell simon stuart terry todd vince wayne woody xavier zack alex al lawrence louis ralph roy emmanuel olaf boris rishi keir
  dmitry sergei sergey mikhail ivan igor alexei alexander oleg viktor yuri nikolai volodymyr andriy recep hassan ali ahmed mohammed muhammad
  mohamed omar ibrahim yusuf khalid abdul narendra rahul raj arjun hiroshi kenji takashi jens lars sven erik nils olav klaus hans jürgen
  stefan markus friedrich karl wolfgang giovanni marco matteo luca pedro diego javier miguel pablo fernando antonio manuel rafael jorge
  ricardo eduardo alberto francisco enrique aaron abraham albert alfred allen arnold arthur barry benjamin bernard bernie brandon brett
  bryan calvin cameron clarence clark clayton cliff clifford clint colin conor cory curtis dale damon darren darryl dean derek dominic
  don douglas drew duncan dustin dwight dylan earl eddie edgar edwin eli elliot elliott elias emil ernest ethan eugene evan felix finn floyd
  francis gabriel gavin geoffrey gerald gilbert glen gordon graham grant guy harold harvey henry herbert herman hugh hugo isaac jacob
  jamal jarrod jeremy jerome jesse joseph joshua juan kent kirk kurt kyle lance lee leo leon leonard lewis lloyd logan lorenzo lucas malcolm
  marcus marc mario marshall marvin maurice melvin merrick milton morgan morris nathan nathaniel ned noah noel norman oliver oscar otto
  owen percy perry randy raymond reginald rex rodney roland rory ruben rupert salvador seth shane shawn sidney spencer stan stanley
  steve ted terrence theodore tobias travis trent trevor troy tyler victor vincent walter warren wesley wilbur winston`);
/** Words that make a run of capitals no person. */
export const NOT_PERSON =
  set(`the a an and of for in on at by to from with new york washington america american united states house senate white
  congress republican democratic democrats republicans gop party national convention news fox cnn times post street university state
  federal county city south north east west campaign committee press journal court department union group association council police
  poll survey report statement network fbi bureau agency institute foundation commission center centre administration officials
  spokespeople voters ministry parliament assembly bank company corporation corp inc ltd club league school college hospital church
  airport airlines air force army navy guard court supreme high district office organization organisation society trust fund authority
  board service services security act bill law treaty agreement conference summit festival award prize day island islands river lake
  mountain valley bay beach park avenue road bridge square building hall museum gallery theater theatre station international global world
  european african asian british french german russian chinese japanese korean ukrainian israeli palestinian iranian iraqi indian
  australian canadian mexican brazilian spanish italian central northern southern eastern western great saudi arabia zealand africa asia
  europe kingdom republic republics charter group food health education justice defense defence foreign interior state home affairs
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december daily weekly herald tribune gazette magazine radio television tv today guardian telegraph independent observer reuters
  olympic olympics cup championship games series minister port harbour harbor lake mount fort cape saint county creek falls hills springs heights
  grove forest village town highway lane terrace plaza tower castle abbey cathedral stadium arena expo fair week index`);
/** Nouns through which one speaks: "in a statement", "the letter said". */
export const MEDIUM =
  set(`statement interview conference speech email e-mail tweet letter release report post memo testimony briefing op-ed essay
  article blog message call remarks address debate hearing appearance video affidavit filing note posting comments news column
  podcast broadcast presser rally meeting event`);
