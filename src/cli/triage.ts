import type { Triage } from '../feed/publish/context.ts';

/** No signatures are known yet, and no match is a right answer: failures go to the category `other`. */
export const triage: Triage = () => null;
