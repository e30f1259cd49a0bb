/** Labels of words: O = 0; B and I of source 1 2, of cue 3 4, of content 5 6. */
export const LABELS = 7;

/** Whether label `b` may follow label `a`: an I label follows its own B or I. */
export const legal = (a: number, b: number): boolean => b === 0 || b % 2 === 1 || a === b || a === b - 1;
