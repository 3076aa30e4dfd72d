import pc from 'picocolors';
import { type Outcome, outcomes, outcomeWords } from '../../outcome/outcome.js';

const byWords = new Map<string, Outcome>(outcomes.map((outcome) => [outcomeWords[outcome], outcome]));

/** Colours the verdicts in one column of a table: red what fails, yellow what is not settled, green what passes. */
export const painted = (color: boolean, column: number): ((cell: string, at: number, text: string) => string) => {
  const { red, yellow, green } = pc.createColors(color);
  const paint = { refused: red, open: red, not_reviewed: yellow, not_applicable: green, not_a_finding: green };
  return (cell, at, text) => {
    const outcome = at === column ? byWords.get(text) : undefined;
    return outcome === undefined ? cell : paint[outcome](cell);
  };
};
