/**
 * The frame's script: an opaque origin without network. It compiles WebAssembly once, makes workers
 * from one blob, and passes messages on, each tagged with the worker it came from.
 */
import type { Archives } from '../../interpreter/archives.ts';
import type { FrameMessage, PageMessage, SandboxCode, SandboxMemory, WorkerOrder } from '../protocol.ts';

interface Loaded {
  readonly module: WebAssembly.Module;
  readonly snapshotHeader: Uint8Array;
  /** Address of the worker's script. */
  readonly script: string;
}

// The policy above this script closes the network, but WebRTC is no fetch and no policy covers it everywhere.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport']) {
  Reflect.deleteProperty(self, name);
}
// Firefox would ask the reader for the clipboard on the frame's behalf, right after a click on the page.
Reflect.deleteProperty(Navigator.prototype, 'clipboard');

const workers = new Map<number, Worker>();
let loaded: Loaded | undefined;
let memory: SandboxMemory | undefined;
let archives: Archives<Blob> | undefined;

/** The page's origin is not known here and nothing sent is secret; the page checks who sent it. */
function tell(message: FrameMessage): void {
  parent.postMessage(message, '*');
}

addEventListener('message', (event: MessageEvent<PageMessage>) => {
  if (event.source !== parent) return;
  const message = event.data;
  switch (message.kind) {
    case 'load':
      load(message.code).then(
        () => {
          tell({ kind: 'loaded' });
        },
        (problem: unknown) => {
          tell({ kind: 'frame-failed', detail: String(problem) });
        },
      );
      break;
    case 'memory':
      memory = message.memory;
      orderAll({ kind: 'memory', memory });
      break;
    case 'complete':
      archives = message.archives;
      orderAll({ kind: 'complete', archives });
      break;
    case 'spawn':
      spawn(message.worker);
      break;
    case 'run':
      order(message.worker, { kind: 'run', run: message.run, request: message.request });
      break;
    case 'terminate':
      workers.get(message.worker)?.terminate();
      workers.delete(message.worker);
      break;
  }
});

async function load({ worker, wasm, snapshotHeader }: SandboxCode): Promise<void> {
  // Streamed, its bytes are never in this frame's own memory.
  const response = new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } });
  const module = await WebAssembly.compileStreaming(response);
  const script = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  loaded = { module, snapshotHeader, script };
}

function spawn(id: number): void {
  if (!loaded) {
    tell({ kind: 'crashed', worker: id, detail: 'a worker was asked for before the frame was loaded' });
    return;
  }
  // A classic worker: in an opaque origin a module worker from a blob does not start.
  const worker = new Worker(loaded.script);
  workers.set(id, worker);
  worker.onmessage = (event: MessageEvent<object>) => {
    // What the worker says may be forged by the code it runs; its number is added here, after it.
    tell({ ...event.data, worker: id } as FrameMessage);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    tell({ kind: 'crashed', worker: id, detail: event.message || 'the worker stopped with an error' });
  };
  const { module, snapshotHeader } = loaded;
  order(id, { kind: 'boot', module, snapshotHeader });
  if (memory) order(id, { kind: 'memory', memory });
  if (archives) order(id, { kind: 'complete', archives });
}

function order(id: number, message: WorkerOrder): void {
  workers.get(id)?.postMessage(message);
}

function orderAll(message: WorkerOrder): void {
  for (const worker of workers.values()) worker.postMessage(message);
}

tell({ kind: 'frame-ready' });
