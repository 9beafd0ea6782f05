/** Every language that the bot speaks. A new one is a folder with the same files as `en`, and a line here. */
export { de } from './de/index.ts';
export { en } from './en/index.ts';
