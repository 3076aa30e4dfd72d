import { type Attributes, button, el } from '../dom.js';
import type { PageFile } from '../page-file.js';

export interface FileInput {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly multiple: boolean;
  /** Offers whole folders too. */
  readonly folders?: boolean;
  readonly onFiles: (files: readonly PageFile[]) => void;
  /** What stands beside the buttons. */
  readonly beside?: HTMLElement;
}

/**
 * A place to drop files on, with a button that lets one choose them (`#<id>-choose`) and, where folders are welcome, another
 * (`#<id>-folder-choose`). The fields themselves, `#<id>` and `#<id>-folder`, are hidden: what was chosen is listed by whoever asked.
 */
export const fileInput = ({ id, label, hint, multiple, folders, onFiles, beside }: FileInput): HTMLElement => {
  const field = (name: string, text: string, attributes: Attributes): readonly HTMLElement[] => {
    const input = el('input', { type: 'file', id: name, hidden: true, ...attributes });
    input.addEventListener('change', () => {
      const chosen = Array.from(input.files ?? [], (file) => ({
        path: file.webkitRelativePath || file.name,
        blob: file,
      }));
      input.value = '';
      if (chosen.length > 0) onFiles(chosen);
    });
    const choose = button(text, () => input.click(), {
      id: `${name}-choose`,
      'aria-labelledby': `${id}-label ${name}-choose`,
      'aria-describedby': `${id}-hint`,
    });
    return [input, choose];
  };
  const problem = el('p', { class: 'field-error', role: 'alert' });
  const zone = el(
    'div',
    { class: 'drop', id: `${id}-drop` },
    el('p', { class: 'label', id: `${id}-label` }, label),
    el('p', { class: 'hint', id: `${id}-hint` }, hint),
    el(
      'p',
      { class: 'row' },
      ...field(id, multiple ? 'Choose files' : 'Choose a file', { multiple }),
      ...(folders ? field(`${id}-folder`, 'Choose a folder', { webkitdirectory: true }) : []),
      beside,
    ),
    problem,
  );
  const mark = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    zone.classList.toggle('over', isOver);
  };
  zone.addEventListener('dragover', mark(true));
  zone.addEventListener('dragleave', mark(false));
  zone.addEventListener('drop', (event) => {
    mark(false)(event);
    problem.textContent = '';
    void droppedFiles(event).then(
      (dropped) => {
        if (dropped.length > 1 && !multiple)
          problem.textContent = 'Drop one file here; several were dropped, and none was taken.';
        else if (dropped.length > 0) onFiles(dropped);
      },
      // Some of a folder would be half of the evidence.
      () => {
        problem.textContent =
          'The browser does not hand over what was dropped, so nothing was taken. Use the buttons instead.';
      },
    );
  });
  return zone;
};

/** What a drop holds, folders with all that is in them. A page from disk gets folders by handles, where it gets them at all. */
const droppedFiles = async (event: DragEvent): Promise<readonly PageFile[]> => {
  const transfer = event.dataTransfer;
  if (transfer === null) return [];
  // All at once: the list is gone after the first pause.
  const items = Array.from(transfer.items, (item) => ({
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry?.(),
    handle: handleOf(item),
  }));
  const found: PageFile[] = [];
  for (const { file, entry, handle } of items) {
    if (entry?.isDirectory !== true) {
      if (file !== null) found.push({ path: file.name, blob: file });
      continue;
    }
    const opened = await handle?.catch(() => undefined);
    if (opened !== undefined) await filesOfHandle(opened, opened.name, found);
    else await filesOfEntry(entry as FileSystemDirectoryEntry, found);
  }
  return found;
};

/** Not every browser has it, nor do the types of those that do. */
interface Handle {
  readonly kind: 'file' | 'directory';
  readonly name: string;
  readonly getFile?: () => Promise<File>;
  readonly values?: () => AsyncIterable<Handle>;
}

const handleOf = (item: DataTransferItem): Promise<Handle> | undefined =>
  (item as unknown as { getAsFileSystemHandle?: () => Promise<Handle> }).getAsFileSystemHandle?.();

const filesOfHandle = async (handle: Handle, path: string, found: PageFile[]): Promise<void> => {
  if (handle.getFile !== undefined) found.push({ path, blob: await handle.getFile() });
  else for await (const child of handle.values?.() ?? []) await filesOfHandle(child, `${path}/${child.name}`, found);
};

const filesOfEntry = async (folder: FileSystemDirectoryEntry, found: PageFile[]): Promise<void> => {
  const reader = folder.createReader();
  for (;;) {
    // A reader gives a hundred at a time.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (entry.isDirectory) await filesOfEntry(entry as FileSystemDirectoryEntry, found);
      else {
        const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
        found.push({ path: entry.fullPath.replace(/^\//, ''), blob: file });
      }
    }
  }
};

/** A line for a file that was chosen, with a button that takes it back. */
export const chosenFile = (path: string, onRemove: () => void): HTMLElement =>
  el(
    'p',
    { class: 'chosen' },
    el('span', { class: 'path' }, path),
    ' ',
    button('Remove', onRemove, { class: 'small', 'aria-label': `Remove ${path}` }),
  );
