/** The one field in which a file gets its name, new or changed; what is wrong with it is said beside it. */
import { part } from '../example/variant-view.ts';

/** Take a name; words of refusal keep the form open. */
export type TakeName = (name: string) => string | undefined;

interface Question {
  readonly label: string;
  readonly button: string;
  readonly value: string;
  readonly take: TakeName;
  /** Where the focus goes when nothing comes of it. */
  readonly back: () => void;
}

export class NameForm {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLInputElement;
  readonly #problem: HTMLElement;
  #question: Question | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#field = part<HTMLInputElement>(form, 'input');
    this.#problem = part(form, '[data-name-problem]');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#cancel();
    });
    part(form, '[data-name-cancel]').addEventListener('click', () => {
      this.#cancel();
    });
    this.#field.addEventListener('input', () => {
      this.#say(undefined);
    });
  }

  ask(question: Question): void {
    this.#question = question;
    part(this.#form, '[data-name-label]').textContent = question.label;
    part(this.#form, '[data-name-submit]').textContent = question.button;
    this.#field.value = question.value;
    this.#say(undefined);
    this.#form.hidden = false;
    this.#field.focus();
    // The part that is most often changed: the name without its ending.
    const end = question.value.lastIndexOf('.');
    this.#field.setSelectionRange(0, end > 0 ? end : question.value.length);
  }

  close(): void {
    this.#form.hidden = true;
    this.#question = undefined;
  }

  #submit(): void {
    const refusal = this.#question?.take(this.#field.value);
    if (refusal === undefined) {
      this.close();
      return;
    }
    this.#say(refusal);
    this.#field.focus();
  }

  #cancel(): void {
    const back = this.#question?.back;
    this.close();
    back?.();
  }

  #say(words: string | undefined): void {
    this.#problem.textContent = words ?? '';
    this.#field.ariaInvalid = String(words !== undefined);
  }
}
