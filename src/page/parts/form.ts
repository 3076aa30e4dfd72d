import { type Attributes, el } from '../dom.js';

export interface Field {
  readonly element: HTMLElement;
  /** Empty where the field is disabled. */
  readonly value: () => string;
  readonly setValue: (value: string) => void;
  /** Shows what is wrong with the value, at the field; an empty text takes it back. */
  readonly setError: (message: string) => void;
  readonly setDisabled: (isDisabled: boolean) => void;
  /** Marks it as required, in words too. */
  readonly setRequired: (isRequired: boolean) => void;
  readonly focus: () => void;
}

export interface FieldInput {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly onChange: () => void;
}

/** A line of text with its label, hint and place for an error. */
export const textField = (input: FieldInput & { readonly attributes?: Attributes }): Field => {
  const control = el('input', {
    type: 'text',
    id: input.id,
    autocomplete: 'off',
    spellcheck: 'false',
    ...input.attributes,
  });
  control.addEventListener('change', input.onChange);
  return asField(input, control);
};

/** A choice of several words. */
export const selectField = (
  input: FieldInput & { readonly options: readonly (readonly [value: string, text: string])[] },
): Field => {
  const control = el(
    'select',
    { id: input.id },
    ...input.options.map(([value, text]) => el('option', { value }, text)),
  );
  control.addEventListener('change', input.onChange);
  return asField(input, control);
};

/** Messages begin small, as they stand behind a place. */
const sentence = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1);

const asField = ({ id, label, hint }: FieldInput, control: HTMLInputElement | HTMLSelectElement): Field => {
  const error = el('p', { class: 'field-error', id: `${id}-error` });
  const describedBy = [...(hint === undefined ? [] : [`${id}-hint`]), `${id}-error`].join(' ');
  control.setAttribute('aria-describedby', describedBy);
  const required = el('span', { class: 'required', hidden: true }, ' (required)');
  const element = el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label, required),
    hint !== undefined && el('p', { class: 'hint', id: `${id}-hint` }, hint),
    control,
    error,
  );
  return {
    element,
    value: () => (control.disabled ? '' : control.value.trim()),
    setValue: (value) => {
      control.value = value;
    },
    setError: (message) => {
      error.textContent = sentence(message);
      // What is wrong must not hide in a part that is folded.
      if (message !== '')
        for (let at = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true;
      if (message === '') control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    },
    setDisabled: (isDisabled) => {
      control.disabled = isDisabled;
    },
    setRequired: (isRequired) => {
      required.hidden = !isRequired;
      control.required = isRequired;
    },
    focus: () => control.focus(),
  };
};

export interface Check {
  readonly element: HTMLElement;
  readonly isChecked: () => boolean;
}

/** A box to check. */
export const checkBox = (id: string, label: string, onChange: () => void, isChecked = false): Check => {
  const control = el('input', { type: 'checkbox', id, checked: isChecked });
  control.addEventListener('change', onChange);
  return {
    element: el('div', { class: 'check' }, control, el('label', { for: id }, label)),
    isChecked: () => control.checked,
  };
};

/** What belongs together, under its name. */
export const group = (title: string, ...children: readonly HTMLElement[]): HTMLElement =>
  el('fieldset', el('legend', title), el('div', { class: 'fields' }, ...children));
