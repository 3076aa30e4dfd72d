import { builtInReleases } from '../../benchmark/built-in.js';
import { formatNames, type OutputName, outputNames, outputTitles } from '../../model/format-names.js';
import { button, el } from '../dom.js';
import { type CheckedInput, checkInput, type FieldName, type TypedInput } from '../evaluate-input.js';
import { checkBox, type Field, group, selectField, textField } from '../parts/form.js';
import { now } from '../parts/time.js';
import type { EvaluateOptions } from '../tasks/evaluate.js';

export interface EvaluateForm {
  /** The fields that stay in view, those that are folded away, and the options. */
  readonly asset: HTMLElement;
  readonly more: HTMLElement;
  readonly options: HTMLElement;
  /** What the fields say; what is wrong is shown at the fields. */
  readonly read: () => CheckedInput;
  readonly readOptions: () => Pick<
    EvaluateOptions,
    'release' | 'inputFormat' | 'whenEmpty' | 'formats' | 'cklbStrict' | 'bundle' | 'replaceDetails' | 'allowOtherHost'
  >;
  /** Says at the field why the host's name is missing, and takes the focus there when it is new; empty where it is not. */
  readonly askForHost: (why: string) => void;
  /** Whether a field holds something that cannot be used. */
  readonly hasErrors: () => boolean;
  /** Several hosts have no name, address or number in common. */
  readonly setSeveralHosts: (isSeveral: boolean) => void;
}

/** What most people need: the checklists and results, and what people read. */
const usual: readonly OutputName[] = [...formatNames, 'html', 'csv'];

/**
 * The fields of `evaluate`: `#host`, `#fqdn`, `#ip`, `#mac`, `#role`, `#marking`, `#assessor`, `#time`, `#collected`; `#max-age`, `#release`, `#input-format`,
 * `#when-empty`, `#format-ckl` (and the other formats alike), `#cklb-strict`, `#bundle`, `#replace-details`, `#allow-other-host`, `#max-bytes`,
 * `#max-items`. Each `<id>` has its error in `#<id>-error`.
 */
export const evaluateForm = (onChange: () => void): EvaluateForm => {
  let isWrong = false;
  let isAsked = false;
  const text = (id: string, label: string, hint?: string, attributes = {}): Field =>
    textField({ id, label, onChange, ...(hint === undefined ? {} : { hint }), attributes });
  const fields: Record<FieldName, Field> = {
    host: text('host', 'Host name', 'Default: the server named in the export or the checklist'),
    fqdn: text('fqdn', 'Fully qualified domain name', 'Such as edge01.example.mil'),
    ip: text('ip', 'IP addresses', 'Separate with commas'),
    mac: text('mac', 'MAC addresses', 'Separate with commas'),
    role: selectField({
      id: 'role',
      label: 'Role',
      onChange,
      options: [
        ['', 'None'],
        ...['Workstation', 'Member Server', 'Domain Controller'].map((role) => [role, role] as const),
      ],
    }),
    marking: text('marking', 'Marking', 'Default: CUI'),
    assessor: text('assessor', 'Assessor', 'Your name, for the finding details and the report'),
    time: text('time', 'Time of the assessment', 'ISO 8601 with a zone; scans older than 60 days are often refused.'),
    collected: text(
      'collected',
      'Time of the export',
      'ISO 8601 with a zone. If empty, the finding details say that it is unknown.',
    ),
    maxAge: text('max-age', 'Oldest export, in days', 'Default: no limit', { inputmode: 'numeric' }),
    maxBytes: text('max-bytes', 'Largest file, in megabytes', 'Default: 50', { inputmode: 'numeric' }),
    maxItems: text('max-items', 'Most values in a file, in thousands', 'Default: 1000', { inputmode: 'numeric' }),
  };
  const release = selectField({
    id: 'release',
    label: 'Release of the STIG, if no benchmark is given',
    onChange,
    options: [...builtInReleases].reverse().map((name) => [name, name]),
  });
  const inputFormat = selectField({
    id: 'input-format',
    label: 'Format of the exports',
    onChange,
    options: [
      ['auto', 'Detect from the content'],
      ['clixml', 'CLIXML'],
      ['csv', 'CSV'],
      ['json', 'JSON'],
      ['list', 'Format-List text'],
    ],
  });
  const whenEmpty = selectField({
    id: 'when-empty',
    label: 'Status if an export holds no connector',
    hint: 'If you choose another status, the finding details record that you did.',
    onChange,
    options: [
      ['not_reviewed', 'Not reviewed'],
      ['open', 'Open'],
      ['not_applicable', 'Not applicable'],
      ['not_a_finding', 'Not a finding'],
    ],
  });
  const formats = outputNames.map((name) => ({
    name,
    box: checkBox(`format-${name}`, outputTitles[name], onChange, usual.includes(name)),
  }));
  const strict = checkBox('cklb-strict', 'Strict DISA CKLB schema, without what STIG Viewer 3 adds', onChange);
  const bundle = checkBox('bundle', 'Bundle with the exports, to make the files again and compare', onChange);
  const replace = checkBox('replace-details', 'Drop finding details that this program did not write', onChange);
  const otherHost = checkBox('allow-other-host', 'Fill in the checklist even if it is for another host', onChange);
  const typed = (): TypedInput =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value()])) as unknown as TypedInput;

  const timeIsNow = (): void => {
    fields.time.setValue(now());
    onChange();
  };
  fields.time.setValue(now());

  return {
    asset: el('div', fields.host.element, fields.assessor.element),
    more: el(
      'details',
      { id: 'more-asset' },
      el('summary', 'Addresses, role, marking and times'),
      el(
        'div',
        { class: 'fields' },
        ...(['fqdn', 'ip', 'mac', 'role', 'marking', 'time', 'collected'] as const).map((name) => fields[name].element),
        el('div', { class: 'field' }, button('Use current time', timeIsNow, { id: 'time-now', class: 'small' })),
      ),
    ),
    options: el(
      'details',
      { id: 'more-options' },
      el('summary', 'More options'),
      group('Files to make', ...formats.map(({ box }) => box.element), strict.element, bundle.element),
      group('Judging', release.element, inputFormat.element, whenEmpty.element, fields.maxAge.element),
      group('Filling in a checklist', replace.element, otherHost.element),
      group('Limits', fields.maxBytes.element, fields.maxItems.element),
    ),
    read: () => {
      const values = typed();
      const checked = checkInput(values);
      const errors = checked.ok ? {} : checked.errors;
      isWrong = !checked.ok;
      for (const [name, field] of Object.entries(fields)) field.setError(errors[name as FieldName] ?? '');
      if (checked.ok) return checked;
      // The verdict does not wait for the rest.
      const usable = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, name in errors ? '' : value]),
      );
      return checkInput({ ...(usable as unknown as TypedInput), ...('time' in errors ? { time: now() } : {}) });
    },
    hasErrors: () => isWrong,
    readOptions: () => ({
      release: release.value(),
      inputFormat: inputFormat.value() as EvaluateOptions['inputFormat'],
      whenEmpty: whenEmpty.value() as EvaluateOptions['whenEmpty'],
      formats: formats.flatMap(({ name, box }): readonly OutputName[] => (box.isChecked() ? [name] : [])),
      cklbStrict: strict.isChecked(),
      bundle: bundle.isChecked(),
      replaceDetails: replace.isChecked(),
      allowOtherHost: otherHost.isChecked(),
    }),
    askForHost: (why) => {
      fields.host.setRequired(why !== '');
      fields.host.setError(why);
      if (why !== '' && !isAsked) fields.host.focus();
      isAsked = why !== '';
    },
    setSeveralHosts: (isSeveral) => {
      for (const name of ['host', 'fqdn', 'ip', 'mac'] as const) fields[name].setDisabled(isSeveral);
    },
  };
};
