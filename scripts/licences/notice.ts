/** What is told of one package that is sent to readers. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** Its short name, such as "MIT". */
  readonly licence: string;
  readonly source: string;
  readonly note: string | undefined;
  /** The full texts; none means that the package carries none. */
  readonly texts: readonly string[];
}

const LINE = '='.repeat(78);

/** The page of licences as plain text. A text that several packages share word for word stands once. */
export function renderNotices(notices: readonly Notice[]): string {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const text = notice.texts.join('\n\n');
    groups.set(text, [...(groups.get(text) ?? []), notice]);
  }
  const sections = [...groups].map(
    ([text, group]) => `${LINE}\n${group.map(heading).join('\n')}\n\n${text}\n`,
  );
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `Redgreen is under the MIT License. This file names what others made and this site sends to your
browser, with their licences: first the JavaScript, Python itself and the fonts, then the Python packages.
`;

function heading({ name, version, licence, source, note }: Notice): string {
  return [`${name} ${version}`, `Licence: ${licence}`, `Source: ${source}`, ...(note ? [note] : [])].join(
    '\n',
  );
}
