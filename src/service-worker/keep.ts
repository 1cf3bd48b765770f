/** The page's end of the service worker: has the runtime's files kept once they have been of use. */

export interface KeepOrder {
  /** Absolute addresses. */
  readonly files: readonly string[];
}

/**
 * Keep these files for the next visit; does nothing where the browser or its settings do not allow it.
 * @param script address of the service worker; the folder it is in is the site's.
 */
export async function keepFiles(script: string, files: readonly string[]): Promise<void> {
  const container = (navigator as Partial<Navigator>).serviceWorker;
  if (!container) return;
  try {
    await container.register(script);
    const { active } = await container.ready;
    active?.postMessage({ files } satisfies KeepOrder);
  } catch {
    // Private windows and settings may refuse; the next visit then fetches again.
  }
}
