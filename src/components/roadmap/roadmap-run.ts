/** `<roadmap-run>`: fetches the run that the page's address names, and shows it or says why not. */
import { fetchRun, seqOf } from '../../feed/live/run.ts';
import { toDom } from './dom.ts';
import { elementContext } from './element-context.ts';
import { runTree } from './run-view.ts';

class RoadmapRun extends HTMLElement {
  connectedCallback(): void {
    const seq = seqOf(location.search);
    const { feed } = this.dataset;
    if (seq !== null && feed !== undefined) void this.#show(seq, new URL(feed, location.href).href);
    else if (new URLSearchParams(location.search).has('seq'))
      this.#say('The number after ?seq= names no run.');
  }

  async #show(seq: number, feed: string): Promise<void> {
    this.#say(`Run ${seq} is being fetched.`);
    const state = await fetchRun(seq, feed, location.href);
    if (state.kind === 'missing') {
      this.#say(state.words);
      return;
    }
    const trees = runTree(state.run, elementContext(this, feed));
    this.querySelector('.run')?.replaceChildren(...trees.map((tree) => toDom(tree)));
    this.#say('');
    document.title = `Run ${seq} | ${document.title}`;
  }

  #say(words: string): void {
    const place = this.querySelector('[role="status"]');
    if (place !== null) place.textContent = words;
  }
}

customElements.define('roadmap-run', RoadmapRun);
