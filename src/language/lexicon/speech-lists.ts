/** Lists by which speakers are found in languages without a grammar of ours. */
import type { Pattern, Words } from './lists.ts';

/** What the rules for languages without a grammar know. */
export interface SpeechLists {
  /** Finite forms that report speech. */
  readonly verbs: Words;
  /** Participles that report speech, with an auxiliary. */
  readonly participles: Words;
  readonly auxiliaries: Words;
  /** Beginnings of the verbs whose object is no clause, so that the verb belongs to the statement. */
  readonly acts: Pattern;
  readonly complementisers: Words;
  readonly articles: Words;
  /** Hold a noun phrase together: "der Chef |der| Reederei", "le maire |de| Lyon". */
  readonly joints: Words;
  /** Prepositions, adverbs and times: they end a subject to the right, and are none to the left. */
  readonly breaks: Words;
  readonly conjunctions: Words;
  /** Verbs of speaking only behind "se": "s'est écrié", "se quejó". */
  readonly reflexives: Words;
  /** By verb, the next word without which it is no report: "sprach |von", "sprach lange" is none. */
  readonly needs: Readonly<Record<string, Pattern>>;
  /** Gender of a speaker; `p` for several, `''` for what may be of any. */
  readonly pronouns: Readonly<Record<string, 'm' | 'f' | 'p' | ''>>;
  readonly honorifics: Readonly<Record<string, 'm' | 'f'>>;
  /** The word names a role: as a whole, or by its end where nouns are compounds. */
  readonly roles: Pattern;
  readonly femaleRoles: Pattern;
  /** "according to" before its name, each way in words … */
  readonly according: readonly Words[];
  /** … and behind it ("Brandt |zufolge"). */
  readonly accordingBehind: Words;
  readonly declined: Pattern;
  /** Beginnings of the acts that take a clause as well: "announced |that …". */
  readonly clauseActs: Pattern;
  /** Auxiliaries behind "se": "s'|est| écrié". */
  readonly reflexiveAuxiliaries: Words;
  /** Small pronouns and negations before a verb: "|le| dijo", "|lui| a répondu". */
  readonly clitics: Words;
  /** Before somebody who is told: "a déclaré |à| la presse". */
  readonly toHearer: Words;
  /** Pronouns of somebody who is told: "sagte |ihm| der Wirt". */
  readonly datives: Words;
  /** Articles that no subject has. */
  readonly objectArticles: Words;
  /** When something was said, right behind its verb: "dijo |ayer| el alcalde". */
  readonly times: Words;
  /** Ends of words for papers and stations, which are told something and seldom own the speaker; of these, agencies. */
  readonly media: Pattern;
  readonly agencies: Pattern;
  /** Ends of words for those who speak for a paper or station. */
  readonly ofMedia: Pattern;
  /** Ends of nouns that "so" brings in without a speaker: "…, so die |Hoffnung". */
  readonly noVoices: Pattern;
  /** Forms of the third person that only reported speech has. */
  readonly subjunctives: Words;
  /** "according to" only before a name and a comma; other things elsewhere. */
  readonly inTheEyesOf: Words;
  /** Opens the name of a place or a body. */
  readonly notPersons: Pattern;
  /** A subject may be left out ("«…», dijo."). */
  readonly dropsSubject: boolean;
  /** Every noun has a capital: capitals alone make no name, and nouns are compounds. */
  readonly capitalNouns: boolean;
}
