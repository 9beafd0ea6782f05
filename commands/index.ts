import ask from './ask.ts';
import discuss from './discuss.ts';
import help from './help.ts';
import { positionsOfMessage, summariseMessage } from './menu.ts';
import positions from './positions.ts';
import privacy from './privacy.ts';
import settings from './settings.ts';
import summarise from './summarise.ts';
import usage from './usage.ts';

/** Every command and menu entry, by hand: a broken file is a compile error and not a command that is silently missing. */
export const definitions = {
  commands: [summarise, positions, discuss, ask, settings, usage, privacy, help],
  menu: [summariseMessage, positionsOfMessage],
};
