import type { JsonNode } from '../../json/tree.js';
import type { FillInTarget, RuleSlots, Slot, SlotFault } from '../slots.js';

/**
 * A CKLB as something to fill in: the values of `status` and `finding_details` of a rule, wherever the rest of the file departs
 * from the schema.
 *
 * @param root what `parseJson` made of the file's text; no object in it has a key twice
 */
export const cklbTarget = (root: JsonNode): FillInTarget => {
  const stigs = itemsOf(root, 'stigs');
  const target = memberOf(root, 'target_data');
  const asset = (key: string) => {
    const value = memberOf(target, key);
    return value?.kind === 'string' && value.value.trim() !== '' ? [value.value] : [];
  };
  return {
    hostNames: asset('host_name'),
    fqdns: asset('fqdn'),
    stigs: stigs.map((stig) => textOf(stig, 'stig_id')),
    find: (vulnId) =>
      stigs.flatMap((stig) =>
        itemsOf(stig, 'rules')
          .filter((rule) => textOf(rule, 'group_id') === vulnId || textOf(rule, 'group_id_src') === vulnId)
          .map(
            (rule): RuleSlots => ({
              stig: textOf(stig, 'stig_id'),
              ruleId: textOf(rule, 'rule_id_src') || textOf(rule, 'rule_id'),
              checkContent: textOf(rule, 'check_content'),
              title: textOf(rule, 'rule_title'),
              fixText: textOf(rule, 'fix_text'),
              offset: rule.start,
              status: slotOf(rule, 'status'),
              details: slotOf(rule, 'finding_details'),
              comments: slotOf(rule, 'comments'),
            }),
          ),
      ),
    statusWord: (status) => status,
  };
};

const memberOf = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  node?.kind === 'object' ? node.members.find((member) => member.key === key)?.value : undefined;

const itemsOf = (node: JsonNode, key: string): readonly JsonNode[] => {
  const value = memberOf(node, key);
  return value?.kind === 'array' ? value.items : [];
};

const textOf = (node: JsonNode | undefined, key: string): string => {
  const value = memberOf(node, key);
  return value?.kind === 'string' ? value.value.trim() : '';
};

/** Some writers have null for a text that is not there. */
const slotOf = (rule: JsonNode, key: string): Slot | SlotFault => {
  const value = memberOf(rule, key);
  if (value?.kind === 'string' || value?.kind === 'null')
    return {
      kind: 'slot',
      start: value.start,
      end: value.end,
      value: value.kind === 'string' ? value.value : '',
      write: (text) => JSON.stringify(text),
    };
  return {
    kind: 'fault',
    offset: (value ?? rule).start,
    expected: `one "${key}" with a string`,
    found: value === undefined ? 'none' : value.kind,
  };
};
