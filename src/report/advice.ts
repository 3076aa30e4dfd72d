import type { Advice } from '../model/advice.js';
import type { ConnectorReview } from '../model/review.js';
import { type Content, h } from './html.js';
import { wholeValue } from './parts.js';

/** What to do about a connector that does not meet a rule. */
export type AdviceFor = (connector: ConnectorReview, vulnId: string) => Advice | undefined;

export const adviceCell = (advice: Advice | undefined): Content =>
  advice === undefined
    ? 'Decide by hand: see the notes.'
    : [
        advice.command === undefined ? undefined : h('p', h('code', advice.command)),
        advice.sentences.map((sentence) => h('p', wholeValue(sentence))),
      ];
