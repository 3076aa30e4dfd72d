import { firstOf, isThere, memberOf, type Parsed, startOf, textOf } from './parsed.js';
import { arriving, limits, type PredictedReview, type Report } from './prediction.js';

/** The detail and the comment of a rule-result. The detail is that of check-content, else the text of the one message. */
export const predictTexts = (
  rule: Parsed,
  name: string,
  engine: string | undefined,
  report: Report,
): Pick<PredictedReview, 'detail' | 'comment'> => {
  const check = memberOf(rule, 'check');
  const content = memberOf(check, 'check-content');
  const own = memberOf(content, 'detail');
  const message = memberOf(memberOf(rule, 'message'), '#text');
  const found = isThere(own) ? own : message;
  const overrides = memberOf(memberOf(content, 'resultEngine'), 'overrides');
  const remark = memberOf(firstOf(overrides), 'remark');
  const explicit = memberOf(content, 'comment');
  const comment = isThere(explicit) ? explicit : remark;
  reportLost(rule, name, found, report);
  if (engine === 'evaluate-stig' && overrides?.kind === 'list' && overrides.items.some((item) => item.kind === 'text'))
    report('stig-manager-refuses-structure', startOf(overrides), `${name} overrides`, {
      element: 'an override with a remark',
    });
  const detail = isThere(found) ? withoutRemark(found, isThere(explicit) ? undefined : remark) : undefined;
  const field = (seen: Parsed | undefined, property: string): string | null | undefined =>
    isThere(seen) ? arriving(report, seen, `${name} ${property}`, limits.text) : null;
  if (isThere(remark) && !isThere(explicit) && isThere(found) && found.kind === 'node')
    report('stig-manager-refuses-structure', found.start, `${name} detail`, { element: 'plain text as detail' });
  return { detail: field(detail, isThere(own) ? 'detail' : 'message'), comment: field(comment, 'comment') };
};

/** Evaluate-STIG puts the remark of its override behind the detail: STIG Manager takes it away again, of any product. */
const withoutRemark = (detail: Parsed, remark: Parsed | undefined): Parsed => {
  const tail = textOf(remark);
  if (detail.kind !== 'text' || tail === undefined || tail === '' || !detail.text.endsWith(tail)) return detail;
  const text = detail.text.slice(0, -tail.length).trim();
  return { ...detail, text, meant: text };
};

/** Texts that are in the file where STIG Manager does not look. */
const reportLost = (rule: Parsed, name: string, found: Parsed | undefined, report: Report): void => {
  const message = memberOf(rule, 'message');
  const check = memberOf(rule, 'check');
  if (!isThere(found) && message !== undefined && hasText(message))
    report('stig-manager-loses-text', startOf(message), `${name} message`, {
      source: 'one message with an attribute, or detail in check-content',
    });
  const strays = [check, memberOf(check, 'check-content')].filter((seen) => seen?.kind === 'list');
  if (strays.some((stray) => hasText(stray, new Set(['detail', 'comment']))))
    report('stig-manager-loses-text', startOf(check), `${name} check`, {
      source: 'one check with one check-content',
    });
};

/** True where there is text anywhere inside, or inside elements of these names. */
const hasText = (seen: Parsed | undefined, names?: ReadonlySet<string>): boolean => {
  if (seen === undefined) return false;
  if (seen.kind === 'text') return names === undefined && seen.text !== '';
  if (seen.kind === 'list') return seen.items.some((item) => hasText(item, names));
  if (names === undefined) return hasText(seen.members.get('#text'));
  return [...seen.members].some(([name, member]) => hasText(member, names.has(name) ? undefined : names));
};
