import { ask, byFailures, describe, type Entry, type Order, type Query } from './pattern-filter.ts';

/**
 * `<pattern-table data-entries>`: the form above the table leaves the rows that match, as one types, and puts
 * them in order. The state stands in the page's address.
 */
class PatternTable extends HTMLElement {
  private readonly entries = JSON.parse(this.dataset.entries ?? '[]') as Entry[];
  /** Where each row stands when the table is by topic. */
  private readonly homes = new Map<HTMLElement, Element>();
  /** Takes the rows of all topics when the table is in another order. */
  private readonly flat = document.createElement('tbody');

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    for (const row of this.rows()) if (row.parentElement) this.homes.set(row, row.parentElement);
    this.flat.hidden = true;
    this.querySelector('table')?.append(this.flat);
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

  private rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('tr[data-code]')];
  }

  private update(form: HTMLFormElement): void {
    const { query, order } = read(form);
    const answer = ask(this.entries, query);
    this.putInOrder(order);
    for (const row of this.rows()) row.hidden = !answer.codes.has(row.dataset.code ?? '');
    for (const group of this.querySelectorAll('tbody')) {
      group.hidden = group.querySelector('tr[data-code]:not([hidden])') === null;
    }
    const status = this.querySelector('[role=status]');
    const words = describe(answer, this.entries.length, order);
    // The same words again would be read out again.
    if (status && status.textContent !== words) status.textContent = words;
    remember(query, order);
  }

  private putInOrder(order: Order): void {
    if (order === 'topic') {
      for (const [row, home] of this.homes) home.append(row);
      return;
    }
    const places = new Map(byFailures(this.entries).map((code, place) => [code, place]));
    const place = (row: HTMLElement): number => places.get(row.dataset.code ?? '') ?? places.size;
    this.flat.append(...[...this.homes.keys()].sort((one, other) => place(one) - place(other)));
  }
}

function read(form: HTMLFormElement): { query: Query; order: Order } {
  const data = new FormData(form);
  const value = (name: string): string => {
    const entry = data.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  return {
    query: {
      text: value('error'),
      topic: value('topic'),
      library: value('library'),
      failed: value('failed') !== '',
    },
    order: value('order') === 'failed' ? 'failed' : 'topic',
  };
}

/** Fields that the address names; a value that a field does not have is left out. */
function fill(form: HTMLFormElement, parameters: URLSearchParams): void {
  for (const [name, value] of parameters) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) {
      if (field.type === 'checkbox') field.checked = value === field.value;
      else field.value = value;
    } else if (
      field instanceof HTMLSelectElement &&
      [...field.options].some((option) => option.value === value)
    ) {
      field.value = value;
    }
  }
}

/** Keeps the question in the address, so that the filtered table can be linked and survives a reload. */
function remember({ text, topic, library, failed }: Query, order: Order): void {
  const url = new URL(location.href);
  const state = {
    error: text,
    topic,
    library,
    failed: failed ? 'yes' : '',
    order: order === 'topic' ? '' : order,
  };
  for (const [name, value] of Object.entries(state)) {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

customElements.define('pattern-table', PatternTable);
