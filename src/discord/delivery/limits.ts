/** Discord's numbers, from its reference; see also the limits its discord.js guide states for Components V2. */

export const LIMITS = {
  /** All text displays of a message together; raw characters, links included. */
  displayedText: 4000,
  /** Components of a message, nested ones counted. */
  components: 40,
  buttonsInRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  optionText: 100,
  placeholder: 150,
  customId: 100,
  modalTitle: 45,
  modalLabel: 45,
  modalDescription: 100,
  textInput: 4000,
  autocompleteChoices: 25,
  choiceText: 100,
  commandOptionText: 6000,
  threadName: 100,
} as const;

/** An interaction's token serves edits and follow-ups for 15 minutes. */
export const TOKEN_LIFE_MS = 15 * 60_000;
/** Webhook buckets are usually 5 in 2 s; one edit in 2 s leaves room for the last one. */
export const EDIT_INTERVAL_MS = 2000;
