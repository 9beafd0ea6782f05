import help from './help.ts';
import positions from './positions.ts';
import summarise from './summarise.ts';

/** Every command, by hand: a broken file is a compile error and not a command that is silently missing. */
export const commands = [summarise, positions, help];
