/** The official descriptions are no part of the repository; without them nothing is held against them, and that is said. */
import { existsSync } from 'node:fs';

export const HAS_SPECS = existsSync('../shared/specs');
