/** `<roadmap-live>`: follows the feed and repaints the page's parts. What it does is told in RoadmapLive.astro. */
import { whatChanged } from '../../feed/live/changed.ts';
import { browserSurroundings, FeedPoller, followReader } from '../../feed/live/poller.ts';
import { type LiveState, opened } from '../../feed/live/state.ts';
import { stateWords } from '../../feed/live/words.ts';
import { parseFeed, parseText, type RoadmapFeed } from '../../feed/model.ts';
import { toHtml } from '../example/tree.ts';
import { keepPlace, repaint } from './dom.ts';
import { elementContext } from './element-context.ts';
import { isPartName, parts } from './parts.ts';

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

const NAMED = 4;

/** The first changes in words; the figures themselves are marked with what they were. */
function changesText(changes: readonly string[]): string {
  if (changes.length === 0) return '';
  const rest = changes.length > NAMED ? ` and ${changes.length - NAMED} more` : '';
  return ` Changed with it: ${changes.slice(0, NAMED).join(', ')}${rest}.`;
}

class RoadmapLive extends HTMLElement {
  #leave: (() => void) | undefined;
  /** checks that came to an end; browser tests wait for it */
  #checks = 0;
  /** what the last newer feed changed, said until the next one */
  #changes: readonly string[] = [];

  connectedCallback(): void {
    const snapshot = parseText(this.querySelector('script')?.textContent ?? '', parseFeed);
    const { feed: address } = this.dataset;
    // Both were made by the build; without them the built page stays as it is.
    if (snapshot.kind === 'refused' || address === undefined) return;
    const feed = new URL(address, location.href).href;
    const seconds = Number(this.dataset.pollSeconds);
    const poller = new FeedPoller(
      opened(snapshot.value),
      (state, before) => {
        this.#show(state, before, feed);
      },
      browserSurroundings(feed),
      Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
    );
    const button = this.querySelector('button');
    if (button !== null) {
      button.hidden = false;
      button.onclick = () => {
        poller.start();
      };
    }
    this.#leave = followReader(poller);
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) {
      window.requestIdleCallback(
        () => {
          poller.start();
        },
        { timeout: 2000 },
      );
    } else {
      setTimeout(() => {
        poller.start();
      }, 200);
    }
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }

  #show(state: LiveState, before: LiveState, feed: string): void {
    if (state.shown !== before.shown && state.shown._roadmap.seq !== before.shown._roadmap.seq) {
      this.#changes = whatChanged(before.shown, state.shown);
      this.#paint(before.shown, state.shown, feed);
    }
    const { tone, label, text, checked } = stateWords(state, Date.now(), clock);
    this.dataset.tone = tone;
    this.dataset.state = state.kind;
    this.dataset.seq = String(state.shown._roadmap.seq);
    this.#say('.label', `${label}. `);
    this.#say('.text', text + changesText(this.#changes));
    this.#say('.checked', checked);
    this.#checks += 1;
    this.dataset.checks = String(this.#checks);
  }

  /** Changes a text only when it differs, so that a screen reader hears news and nothing else. */
  #say(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (place !== null && place.textContent !== text) place.textContent = text;
  }

  #paint(before: RoadmapFeed, after: RoadmapFeed, feed: string): void {
    const context = elementContext(this, feed);
    const changed = [...document.querySelectorAll<HTMLElement>('[data-part]')].flatMap((place) => {
      const { part } = place.dataset;
      if (!isPartName(part)) return [];
      const trees = parts[part](after, context);
      const same = parts[part](before, context).map(toHtml).join('') === trees.map(toHtml).join('');
      return same ? [] : [{ place, trees }];
    });
    keepPlace(
      changed.map(({ place }) => place),
      () => {
        for (const { place, trees } of changed) repaint(place, trees);
      },
    );
  }
}

customElements.define('roadmap-live', RoadmapLive);
