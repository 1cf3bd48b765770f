/** The reader's text in the editor, and the text that stepped aside for the solution or the starter. */
export interface Draft {
  readonly text: string;
  /** The reader's own text, kept while another one is in the editor. */
  readonly aside: string | undefined;
}

export type DraftChange =
  | { readonly kind: 'typed'; readonly text: string }
  /** Put a text that ships with the exercise into the editor. */
  | { readonly kind: 'put'; readonly text: string }
  /** Bring back the text that stepped aside. */
  | { readonly kind: 'take-back' };

/** Apply a change. `shipped` are the texts of the exercise itself: those need no keeping. */
export function reduceDraft(draft: Draft, change: DraftChange, shipped: readonly string[]): Draft {
  const own = shipped.includes(draft.text) ? undefined : draft.text;
  switch (change.kind) {
    case 'typed':
      return { ...draft, text: change.text };
    case 'put':
      return { text: change.text, aside: own ?? draft.aside };
    case 'take-back':
      return draft.aside === undefined ? draft : { text: draft.aside, aside: own };
  }
}
