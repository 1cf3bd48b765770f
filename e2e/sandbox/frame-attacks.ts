/** Ways out, tried as script at the frame's own level; each gets the counting server's address. */
export const FRAME_ATTACKS: Readonly<Record<string, (origin: string) => unknown>> = {
  fetch: (origin) => fetch(`${origin}/frame-fetch`).catch(String),
  'fetch without CORS': (origin) => fetch(`${origin}/frame-no-cors`, { mode: 'no-cors' }).catch(String),
  XMLHttpRequest: (origin) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${origin}/frame-xhr`);
    request.send();
  },
  WebSocket: (origin) => new WebSocket(`${origin.replace('http', 'ws')}/frame-websocket`).url,
  EventSource: (origin) => new EventSource(`${origin}/frame-event-source`).url,
  sendBeacon: (origin) => navigator.sendBeacon(`${origin}/frame-beacon`, 'x'),
  image: (origin) => {
    new Image().src = `${origin}/frame-image`;
  },
  'style sheet': (origin) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${origin}/frame-style`;
    document.head.append(link);
  },
  'background image': (origin) => {
    document.body.style.backgroundImage = `url(${origin}/frame-background)`;
  },
  font: (origin) => new FontFace('stolen', `url(${origin}/frame-font)`).load().catch(String),
  script: (origin) => {
    const script = document.createElement('script');
    script.src = `${origin}/frame-script`;
    document.head.append(script);
  },
  'dynamic import': (origin) => import(`${origin}/frame-import.mjs`).catch(String),
  frame: (origin) => {
    const frame = document.createElement('iframe');
    frame.src = `${origin}/frame-frame`;
    document.body.append(frame);
  },
  object: (origin) => {
    const object = document.createElement('object');
    object.data = `${origin}/frame-object`;
    document.body.append(object);
  },
  media: (origin) => {
    const media = document.createElement('video');
    media.src = `${origin}/frame-media`;
    media.preload = 'auto';
    document.body.append(media);
    media.load();
  },
  form: (origin) => {
    const form = document.createElement('form');
    form.action = `${origin}/frame-form`;
    document.body.append(form);
    form.submit();
  },
  'preload link': (origin) => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.href = `${origin}/frame-preload`;
    document.head.append(link);
  },
  'prefetch link': (origin) => {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = `${origin}/frame-prefetch`;
    document.head.append(link);
  },
  'window.open': (origin) => window.open(`${origin}/frame-window`) === null,
  'link with ping': (origin) => {
    const link = document.createElement('a');
    link.href = `${origin}/frame-click`;
    link.ping = `${origin}/frame-ping`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
  },
  'navigating the top': (origin) => {
    window.top?.location.assign(`${origin}/frame-top`);
  },
  'nested worker': (origin) => {
    const url = URL.createObjectURL(new Blob([`fetch('${origin}/frame-worker').catch(() => 0)`]));
    return typeof new Worker(url);
  },
  'service worker': (origin) =>
    navigator.serviceWorker.register(`${origin}/frame-service-worker.js`).catch(String),
  RTCPeerConnection: () => typeof new RTCPeerConnection(),
};

/** Ways to the site's own things; each must throw or give nothing. */
export const FRAME_READS: Readonly<Record<string, () => unknown>> = {
  cookies: () => document.cookie,
  localStorage: () => localStorage.length,
  sessionStorage: () => sessionStorage.length,
  indexedDB: () =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('stolen');
      opening.onsuccess = () => {
        resolve('opened');
      };
      opening.onerror = () => {
        reject(new Error('refused'));
      };
    }),
  caches: () => caches.keys(),
  'parent document': () => parent.document.title,
  'parent address': () => parent.location.href,
  'top document': () => top?.document.title,
  clipboard: () => navigator.clipboard.readText(),
};
