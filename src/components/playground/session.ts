/** The playground without its markup: which set of files is shown, what is kept, what a link may do. */
import type { Keeping } from '../example/edits/edits.ts';
import type { Project } from '../../playground/project.ts';
import type { SourceFile } from '../../playground/source-file.ts';
import { change, type Workspace, type WorkspaceAction } from '../../playground/workspace.ts';
import { arrive, fromLink, type Arrival, type Banner } from './arrival.ts';
import { newId, type KeptStore } from './kept-store.ts';
import type { LinkReading } from './links.ts';

/** What keeping came to, for the reader to be told. */
export interface Kept {
  readonly keeping: Keeping;
  /** Title of the set that these files are in from now on, as another tab has changed theirs. */
  readonly copiedTo: string | undefined;
}

export class PlaygroundSession {
  readonly #store: KeptStore;
  readonly #starter: readonly SourceFile[];
  #own: Project;
  #project: Project;
  #open: string | undefined;
  #banner: Banner = { kind: 'none' };
  #link:
    { readonly reading: LinkReading & { kind: 'files' }; readonly example: string | undefined } | undefined;

  /** @param starter files of a reader who has none yet */
  constructor(store: KeptStore, starter: readonly SourceFile[]) {
    this.#store = store;
    this.#starter = starter;
    this.#own = store.lastOpen() ?? this.#first();
    this.#project = this.#own;
    this.#open = this.#own.files[0]?.path;
  }

  get project(): Project {
    return this.#project;
  }

  get workspace(): Workspace {
    return { files: this.#project.files, open: this.#open };
  }

  get banner(): Banner {
    return this.#banner;
  }

  /** All kept sets, and the shown one if it is none of them. */
  sets(): readonly Project[] {
    const kept = this.#store.list();
    return kept.some(({ id }) => id === this.#project.id) ? kept : [...kept, this.#project];
  }

  /** Show what the page's address leads to. Nothing is kept by it, and nothing is run. */
  follow(reading: LinkReading, example: string | undefined): void {
    this.#link = reading.kind === 'files' ? { reading, example } : undefined;
    if (reading.kind === 'none' && this.#banner.kind === 'none') return;
    this.#show(
      arrive({
        reading,
        own: this.#own,
        kept: this.#store.list(),
        example,
        fresh: (title) => this.#fresh(title),
      }),
    );
  }

  /** The link's own files, in place of the reader's changed ones. */
  showLink(): void {
    if (!this.#link) return;
    const { reading, example } = this.#link;
    this.#show(fromLink(reading, example, (title) => this.#fresh(title)));
  }

  /** Back to the reader's own files. */
  back(): void {
    this.#link = undefined;
    this.#show({ project: this.#store.read(this.#own.id) ?? this.#own, banner: { kind: 'none' } });
  }

  /** Change the files. @returns words if the change was refused */
  act(action: WorkspaceAction): { readonly refusal: string } | Kept | undefined {
    const result = change(this.workspace, action);
    if (result.kind === 'refused') return { refusal: result.words };
    const { files, open } = result.workspace;
    this.#open = open;
    // Looking at another file is no change.
    return action.kind === 'open' ? undefined : this.#keep({ ...this.#project, files });
  }

  set(settings: Partial<Pick<Project, 'arguments' | 'withBackend'>>): Kept {
    return this.#keep({ ...this.#project, ...settings });
  }

  /** Keep files that a link brought, beside the reader's own. */
  keep(): Kept {
    return this.#keep(this.#project);
  }

  openSet(id: string): void {
    const project = this.#store.read(id);
    if (!project) return;
    this.#own = project;
    this.#store.setOpen(id);
    this.back();
  }

  newSet(): Kept {
    const files = [{ path: 'test_mine.py', text: '' }];
    this.#own = { ...this.#first(), ...this.#fresh('My files'), files };
    this.back();
    return this.#keep(this.#project);
  }

  /** Forget the shown set. @returns it, for `restoreSet` */
  deleteSet(): Project {
    const gone = this.#project;
    this.#store.remove(gone.id);
    if (this.#own.id === gone.id) this.#own = this.#store.list()[0] ?? this.#first();
    this.#store.setOpen(this.#own.id);
    this.back();
    return gone;
  }

  restoreSet(project: Project): Kept {
    this.#own = project;
    this.back();
    return this.#keep({ ...project, revision: 0 });
  }

  #show({ project, banner }: Arrival): void {
    this.#project = project;
    this.#banner = banner;
    this.#open = project.files[0]?.path;
  }

  #keep(project: Project): Kept {
    const result = this.#store.write(project);
    this.#project = result.project;
    const { kind } = this.#banner;
    if (kind === 'from-link' || kind === 'from-example') {
      this.#banner = { kind: 'kept-beside', title: result.project.title };
    } else if (kind === 'none' || kind === 'refused') {
      // What came with a link does not become what the reader had open last.
      this.#own = result.project;
      this.#store.setOpen(result.project.id);
    }
    return { keeping: result.keeping, copiedTo: result.isCopy ? result.project.title : undefined };
  }

  #first(): Project {
    return {
      ...this.#fresh('My files'),
      origin: { kind: 'own' },
      files: this.#starter,
      arguments: '',
      withBackend: false,
      revision: 0,
    };
  }

  #fresh(title: string): Pick<Project, 'id' | 'title'> {
    return { id: newId(), title: this.#store.freeTitle(title) };
  }
}
