/** Something that is waited for, and what makes it come. */
export interface Later<Value> {
  readonly promise: Promise<Value>;
  readonly come: (value: Value) => void;
}

export function later<Value>(): Later<Value> {
  let come: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    come = resolve;
  });
  return { promise, come };
}
