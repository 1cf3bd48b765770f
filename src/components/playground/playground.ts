/** `<python-playground>`: wires session, tabs, editors and result together. */
import { keepingWords } from '../example/edits/edits.ts';
import type { FailingLine } from '../example/failing-line.ts';
import { copyText } from '../example/copy.ts';
import { prepareRunner, whenLikely } from '../example/page-runner.ts';
import { ProgressView } from '../example/progress-view.ts';
import { spokenState } from '../example/spoken.ts';
import { TestRun } from '../example/test-run.ts';
import { part } from '../example/variant-view.ts';
import type { WorkspaceAction } from '../../playground/workspace.ts';
import { BannerView } from './banner-view.ts';
import { download } from './download.ts';
import { FileCommands } from './file-commands.ts';
import { FilePanels } from './file-panels.ts';
import { FileTabs } from './file-tabs.ts';
import { exampleOf } from './handoff.ts';
import { KeptStore } from './kept-store.ts';
import { readLink, writeLink } from './links.ts';
import { NameForm } from './name-form.ts';
import { Notice } from './notice.ts';
import type { PlaygroundData } from './playground-data.ts';
import { failingLineOf, ResultView } from './result-view.ts';
import { orderOf } from './run-order.ts';
import { PlaygroundSession, type Kept } from './session.ts';
import { showSets } from './sets.ts';
import { EVERYTHING, showTargets } from './targets.ts';

class PythonPlayground extends HTMLElement {
  #data!: PlaygroundData;
  #session!: PlaygroundSession;
  #tabs!: FileTabs;
  #panels!: FilePanels;
  #form!: NameForm;
  #commands!: FileCommands;
  #notice!: Notice;
  #banner!: BannerView;
  #result!: ResultView;
  #progress!: ProgressView;
  #run!: TestRun;
  #failing: FailingLine | undefined;

  connectedCallback(): void {
    if (this.dataset.ready !== undefined) return;
    this.#data = JSON.parse(part(this, 'script[type="application/json"]').textContent) as PlaygroundData;
    const store = new KeptStore();
    this.#session = new PlaygroundSession(store, this.#data.starter);
    this.#form = new NameForm(part<HTMLFormElement>(this, '[data-name-form]'));
    this.#notice = new Notice(this);
    this.#banner = new BannerView(part(this, '[data-banner]'));
    this.#result = new ResultView(part(this, '[data-play-result]'));
    this.#progress = new ProgressView(this);
    this.#run = new TestRun({ code: 'playground', variant: '' }, () => {
      this.#showRun();
    });
    this.#panels = new FilePanels(part(this, '[data-panels]'), (path, text) => {
      this.#act({ kind: 'edit', path, text });
    });
    this.#tabs = new FileTabs(part(this, '[data-tabs]'), {
      onOpen: (path) => void this.#act({ kind: 'open', path }),
      onDelete: (path) => {
        this.#commands.delete(path);
      },
      onRename: (path) => {
        this.#commands.rename(path);
      },
    });
    this.#commands = new FileCommands({
      session: this.#session,
      form: this.#form,
      notice: this.#notice,
      act: (action) => this.#act(action),
      focusOpen: () => {
        const { open } = this.#session.workspace;
        if (open === undefined) part(this, '[data-action="add-file"]').focus();
        else this.#tabs.focus(open);
      },
    });
    this.addEventListener('click', this.#onClick);
    this.addEventListener('change', this.#onSetting);
    // Before the editor takes it for a new line.
    this.addEventListener('keydown', this.#onKey, { capture: true });
    this.addEventListener('pointerenter', prepareRunner, { once: true });
    this.addEventListener('focusin', prepareRunner, { once: true });
    whenLikely(this, prepareRunner);
    addEventListener('hashchange', this.#followHash);
    const damaged = store.damaged();
    if (damaged.length > 0) this.#notice.say(damagedWords(damaged));
    this.#followHash();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#followHash);
    this.#run.stop();
  }

  /** The address may carry files; they are shown, and nothing more. */
  readonly #followHash = (): void => {
    const { hash } = location;
    void readLink(hash).then((reading) => {
      this.#session.follow(reading, exampleOf(hash));
      this.#showSet();
      this.dataset.ready = '';
    });
  };

  readonly #onClick = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const { open } = this.#session.workspace;
    const actions: Readonly<Record<string, () => void>> = {
      run: () => void this.#start(),
      stop: () => {
        this.#run.stop();
      },
      'add-file': () => {
        this.#commands.add();
      },
      'rename-file': () => {
        if (open !== undefined) this.#commands.rename(open);
      },
      'delete-file': () => {
        if (open !== undefined) this.#commands.delete(open);
      },
      'new-set': () => {
        this.#leaveLink();
        this.#told(this.#session.newSet());
        this.#showSet();
      },
      'delete-set': () => {
        this.#deleteSet();
      },
      keep: () => {
        this.#told(this.#session.keep());
        this.#showAround();
      },
      'show-link': () => {
        this.#session.showLink();
        this.#showSet();
      },
      back: () => {
        this.#leaveLink();
        this.#session.back();
        this.#showSet();
        this.#tabs.focus(this.#session.workspace.open);
      },
      undo: () => {
        this.#notice.undo();
      },
      'copy-link': () => void this.#copyLink(button),
      download: () => void this.#download(),
      'go-to-failing': () => {
        if (this.#failing) this.#act({ kind: 'open', path: this.#failing.path });
        this.#panels.focus();
      },
    };
    actions[button?.dataset.action ?? '']?.();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#start();
  };

  readonly #onSetting = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const { setting } = field.dataset;
    if (setting === 'arguments') {
      this.#told(this.#session.set({ arguments: field.value }));
      this.#showAround();
    } else if (setting === 'backend') {
      this.#told(this.#session.set({ withBackend: field.checked }));
      this.#showAround();
    } else if (setting === 'set') {
      this.#leaveLink();
      this.#session.openSet(field.value);
      this.#showSet();
    }
  };

  /** Change the files. @returns why not, if it was refused */
  #act(action: WorkspaceAction): string | undefined {
    const outcome = this.#session.act(action);
    if (outcome && 'refusal' in outcome) return outcome.refusal;
    if (outcome) this.#told(outcome);
    this.#showFiles();
    if (action.kind !== 'open') this.#showAround();
    return undefined;
  }

  #deleteSet(): void {
    this.#leaveLink();
    const gone = this.#session.deleteSet();
    this.#showSet();
    this.#notice.offer(`“${gone.title}” is deleted.`, () => {
      this.#told(this.#session.restoreSet(gone));
      this.#showSet();
      return undefined;
    });
  }

  async #start(): Promise<void> {
    const target = part<HTMLSelectElement>(this, '[data-setting="target"]').value;
    const order = orderOf(this.#session.project, target === EVERYTHING ? undefined : target);
    part(this, '[data-run-problem]').textContent = order.kind === 'refused' ? order.words : '';
    if (order.kind === 'refused') return;
    const timeLimit = Number(part<HTMLSelectElement>(this, '[data-setting="time-limit"]').value);
    await this.#run.run(order.make, timeLimit);
    part(this, '[data-announce]').textContent = spokenState(this.#run.state);
  }

  async #copyLink(button: HTMLElement | null): Promise<void> {
    const link = await writeLink(this.#session.project);
    this.#notice.say(link.words ?? '');
    if (link.kind === 'refused' || !button) return;
    const { origin, pathname } = location;
    await copyText(`${origin}${pathname}${link.hash}`, button);
  }

  async #download(): Promise<void> {
    const { project } = this.#session;
    this.#notice.say((await download(project, this.#data.packages, location.href.split('#')[0] ?? '')) ?? '');
  }

  /** Take the link's files out of the address: what is shown next is not theirs. */
  #leaveLink(): void {
    history.replaceState(null, '', location.pathname + location.search);
  }

  /** Another set of files, or another state of this one. */
  #showSet(): void {
    this.#form.close();
    this.#panels.clear();
    this.#run.reset();
    this.#showFiles();
    this.#showAround();
  }

  #showFiles(): void {
    const { workspace } = this.#session;
    this.#panels.show(workspace);
    this.#tabs.show(workspace, this.#panels.idOf);
    const isEmpty = workspace.files.length === 0;
    part(this, '[data-empty]').hidden = !isEmpty;
    for (const action of ['rename-file', 'delete-file']) {
      part<HTMLButtonElement>(this, `[data-action="${action}"]`).disabled = isEmpty;
    }
  }

  /** What stands around the files. */
  #showAround(): void {
    const { project, banner } = this.#session;
    showTargets(part<HTMLSelectElement>(this, '[data-setting="target"]'), project.files);
    showSets(part<HTMLSelectElement>(this, '[data-setting="set"]'), this.#session.sets(), project.id);
    part<HTMLButtonElement>(this, '[data-action="delete-set"]').disabled = project.revision === 0;
    const argumentsField = part<HTMLInputElement>(this, '[data-setting="arguments"]');
    if (argumentsField.value !== project.arguments) argumentsField.value = project.arguments;
    part<HTMLInputElement>(this, '[data-setting="backend"]').checked = project.withBackend;
    if (project.arguments !== '' || project.withBackend)
      part(this, '[data-options]').setAttribute('open', '');
    this.#banner.show(banner);
  }

  #showRun(): void {
    const { state } = this.#run;
    this.#result.show(state);
    this.#progress.show(state.kind === 'queued' ? state.stage : undefined);
    const paths = this.#session.project.files.map(({ path }) => path);
    this.#failing = failingLineOf(state, paths);
    this.#panels.mark(this.#failing);
    this.#tabs.mark(this.#failing?.path);
    part(this, '[data-failing]').hidden = this.#failing === undefined;
    if (this.#failing) {
      const { path, line } = this.#failing;
      part(this, '[data-action="go-to-failing"]').textContent = `Go to ${path}, line ${line}`;
    }
  }

  #told({ keeping, copiedTo }: Kept): void {
    const words = keepingWords(keeping);
    const place = part(this, '[data-keeping]');
    place.hidden = words === undefined;
    place.textContent = words ?? '';
    if (copiedTo !== undefined) {
      this.#notice.say(
        `Another tab has changed this set of files too. Its files are left as they are; yours are kept from now on as “${copiedTo}”.`,
      );
    }
  }
}

function damagedWords(ids: readonly string[]): string {
  const names = ids.map((id) => `redgreen:playground:set:${id}`).join(', ');
  return `What this browser keeps under ${names} cannot be read as a set of files. It was left as it is; your other sets are not touched.`;
}

customElements.define('python-playground', PythonPlayground);
