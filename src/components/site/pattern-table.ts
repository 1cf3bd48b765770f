import { ask, type Answer, type Entry, type Query } from './pattern-filter.ts';

/** `<pattern-table data-entries>`: the form above the table leaves the rows that match, as one types. */
class PatternTable extends HTMLElement {
  private readonly entries = JSON.parse(this.dataset.entries ?? '[]') as Entry[];

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.hidden = false;
    fill(form, new URLSearchParams(location.search));
    form.addEventListener('input', () => {
      this.update(form);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', () => {
      // The fields are empty only after the event.
      setTimeout(() => {
        this.update(form);
      });
    });
    this.update(form);
  }

  private update(form: HTMLFormElement): void {
    const query = read(form);
    const answer = ask(this.entries, query);
    for (const row of this.querySelectorAll<HTMLElement>('tr[data-code]')) {
      row.hidden = !answer.codes.has(row.dataset.code ?? '');
    }
    for (const group of this.querySelectorAll('tbody')) {
      group.hidden = group.querySelector('tr[data-code]:not([hidden])') === null;
    }
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = describe(answer, this.entries.length);
    remember(query);
  }
}

function describe({ codes, by }: Answer, total: number): string {
  const found = codes.size;
  if (by === 'recognised') {
    return found === 1 ? 'One pattern knows this error.' : `${found} patterns know this error.`;
  }
  if (found === total) return total === 1 ? 'One pattern.' : `${total} patterns.`;
  if (found === 0) return 'No pattern has these words. Try the exception’s name, or fewer words.';
  return `${found} of ${total} patterns.`;
}

function read(form: HTMLFormElement): Query {
  const data = new FormData(form);
  const value = (name: string): string => {
    const entry = data.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  return { text: value('error'), topic: value('topic'), library: value('library') };
}

function fill(form: HTMLFormElement, parameters: URLSearchParams): void {
  for (const [name, value] of parameters) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    else if (
      field instanceof HTMLSelectElement &&
      [...field.options].some((option) => option.value === value)
    ) {
      field.value = value;
    }
  }
}

/** Keeps the question in the address, so that the filtered table can be linked and survives a reload. */
function remember({ text, topic, library }: Query): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries({ error: text, topic, library })) {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

customElements.define('pattern-table', PatternTable);
