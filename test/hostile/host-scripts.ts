// What scripts of a publisher do to the page that they share with us, before ours come.

/** Prototype 1.7.0 is not on npm: this is what it puts on built-ins, in its own words where they matter. */
export const prototypeJs = `
  const $A = (iterable) => {
    if (!iterable) return [];
    if ('toArray' in Object(iterable)) return iterable.toArray();
    let length = iterable.length || 0, results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  };
  Array.from = $A;
  Object.toJSON = JSON.stringify;
  for (const type of [Array, String, Number, Date, Boolean])
    type.prototype.toJSON = function () { return Object.toJSON(String(this)); };
  Object.assign(Array.prototype, {
    _each(call) { for (let at = 0; at < this.length; at++) call(this[at]); }, clear() { this.length = 0; return this; },
    first() { return this[0]; }, last() { return this[this.length - 1]; }, compact() { return this.filter((one) => one != null); },
    without(...values) { return this.filter((one) => !values.includes(one)); }, toArray() { return [...this]; }, inspect() { return '[]'; },
    all: Array.prototype.every, any: Array.prototype.some, collect: Array.prototype.map, detect: Array.prototype.find,
    reverse(inline) { return (inline === false ? this.toArray() : this)._reverse(); }, _reverse: Array.prototype.reverse,
  });
  Object.assign(String.prototype, {
    strip() { return this.trim(); }, escapeHTML() { return this.replace(/</g, '&lt;'); }, sub() { return ''; }, blank() { return false; },
    evalScripts() { return []; }, camelize() { return this; }, times() { return ''; }, empty() { return this == ''; },
  });
  Object.assign(Function.prototype, {
    bind(context, ...first) { const it = this; return function (...more) { return it.apply(context, [...first, ...more]); }; },
    curry() { return this; }, delay() {}, defer() {}, wrap() { return this; }, methodize() { return this; },
  });
  Object.assign(Element.prototype, {
    show() { return this; }, hide() { return this; }, visible() { return true; }, update(text) { this.innerHTML = text; return this; },
    identify() { return this.id ||= 'anonymous_element_' + Math.random(); }, observe() {}, fire() {}, select(css) { return $A(this.querySelectorAll(css)); },
    next() { return this.nextElementSibling; }, up() { return this.parentNode; }, readAttribute(name) { return this.getAttribute(name); },
  });
  window.$ = (id) => document.getElementById(id); window.$$ = (css) => $A(document.querySelectorAll(css)); window.$A = $A;`;

/** MooTools' build for browsers is not on npm: this is how it extends built-ins, for \`for … in\` to see. */
export const mootools = `
  Function.prototype.implement = function (key, value) { this.prototype[key] = value; return this; };
  Function.prototype.extend = function (key, value) { this[key] = value; return this; };
  for (const type of [Array, String, Number, Function, RegExp, Date, Element])
    for (const name of ['each', 'clone', 'link', 'include', 'combine', 'append', 'erase', 'empty', 'pick', 'hexToRgb', 'test', 'contains', 'get', 'set', 'adopt', 'inject', 'destroy'])
      if (!(name in type.prototype)) type.prototype[name] = function () { return this; };
  window.Class = function () {}; window.Event = new Proxy(Event, {}); window.Request = function () {}; window.Browser = {}; window.Fx = {};
  Element.prototype.empty = function () { this.innerHTML = ''; return this; };`;

const all =
  'Object Array String Number Function RegExp Promise Map Set Event EventTarget Node Element HTMLElement Document ShadowRoot'.split(
    ' ',
  );

export const scripts: Readonly<Record<string, string>> = {
  'what Prototype 1.7.0 does to built-ins': prototypeJs,
  'what MooTools does to built-ins': mootools,
  // Names of Lit's own options for properties (`reflect`, `attribute`) bring Lit itself to a halt: they are not in here.
  '`Object.prototype` polluted by what requests are made of': `Object.assign(Object.prototype, { method: 'DELETE', body: 'x', headers: { 'X-Evil': '1' }, mode: 'no-cors', credentials: 'include', cache: 'only-if-cached', redirect: 'error', integrity: 'sha256-x' });`,
  '`Object.prototype` polluted by what stories are made of': `Object.assign(Object.prototype, { url: 'javascript:parent.ran()', portrait: { src: 'x' }, kicker: 'POLLUTED', lang: 'xx', total: 7, body: '<img src=x onerror=parent.ran()>' });`,
  'an `Array.prototype` with more on it': `for (const name of ['each', 'last', 'first', 'sum', 'x', 'remove', 'contains']) Array.prototype[name] = () => 'POLLUTED';`,
  '`toJSON` on everything': `for (const type of [Object, Array, String, Number, Boolean, Date]) type.prototype.toJSON = () => 'POLLUTED';`,
  'frozen built-ins': `for (const type of [${all.join(', ')}]) { Object.freeze(type); Object.freeze(type.prototype); } Object.freeze(JSON); Object.freeze(Math); Object.freeze(Reflect);`,
  'clobbered globals': `for (const name of ['$', '_', 'require', 'module', 'exports', 'process', 'global', 'define', 'name', 'status', 'event', 'parent', 'top', 'self', 'origin', 'length', 'React', 'lit', 'news', 'standfirst', 'Story', 'Comment', 'Text', 'Range', 'Option', 'Image', 'scheduler', 'structuredClone', 'print', 'find', 'stop', 'open', 'close'])
    try { Object.defineProperty(window, name, { value: 'CLOBBERED', writable: true, configurable: true }); } catch {}
    window.define = Object.assign(() => {}, { amd: {} });`,
  'a silenced console': `for (const name of Object.keys(console)) console[name] = () => { throw new Error('silence') };`,
  'old polyfills': `Array.prototype.flat = function () { return [].concat.apply([], this); }; Array.prototype.includes = function (x) { return this.indexOf(x) >= 0; };
    String.prototype.replaceAll = function (a, b) { return a instanceof RegExp ? this.replace(a, b) : this.split(a).join(b); }; Element.prototype.closest = function (css) { let e = this; while (e && e.nodeType === 1 && !e.matches(css)) e = e.parentElement; return e && e.nodeType === 1 ? e : null; };
    Object.assign = function (to, ...all) { for (const from of all) for (const key in from) if (Object.prototype.hasOwnProperty.call(from, key)) to[key] = from[key]; return to; };
    Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); }; window.CustomEvent = function (type, o) { const e = document.createEvent('CustomEvent'); e.initCustomEvent(type, o?.bubbles, o?.cancelable, o?.detail); return e; };
    window.requestIdleCallback = (call) => setTimeout(call, 1);`,
  'a `fetch` that is wrapped': `const theirs = fetch; window.fetch = function (input, init) { return theirs.call(this, new Request(input, init)).then((answer) => { answer.clone().text(); return answer; }); };`,
  'timers and promises that are wrapped': `const set = setTimeout; window.setTimeout = (call, ms, ...more) => set.call(window, () => call(...more), ms); window.Promise = class extends Promise {};
    const frame = requestAnimationFrame; window.requestAnimationFrame = (call) => frame((time) => call(time)); const micro = queueMicrotask; window.queueMicrotask = (call) => micro(() => call());`,
  'a recorder that patches the DOM': `for (const name of ['appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'cloneNode']) { const theirs = Node.prototype[name]; Node.prototype[name] = function (...given) { return theirs.apply(this, given); }; }
    const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
    const listen = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, call, options) { return listen.call(this, type, call, options); };
    new MutationObserver(() => {}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });`,
  'a registry that is wrapped, and warns of each tag': `const theirs = customElements.define; customElements.define = function (tag, type, options) { if (this.get(tag)) throw new Error('twice'); return theirs.call(this, tag, class extends type {}, options); };`,
  'storage that is denied': `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`,
  'no locks, no random UUIDs, no clipboard, no sharing, as on `http://`': `for (const name of ['locks', 'clipboard', 'share', 'canShare']) Object.defineProperty(navigator, name, { value: undefined }); Object.defineProperty(crypto, 'randomUUID', { value: undefined }); Object.defineProperty(crypto, 'subtle', { value: undefined });`,
}; // prettier-ignore
