import { change } from '../../src/content/outbox-store.js';
import { Clock } from '../elements/support/clock.js';
import { expect } from './support.js';

// In a page of its own, which has not opened the database before.
describe('the outbox of a browser whose database does not answer', () => {
  it('is memory after five seconds; when the answer comes, it is kept after all', async () => {
    const { open } = IDBFactory.prototype;
    const silent = {} as { result: IDBDatabase; onsuccess?: () => void };
    IDBFactory.prototype.open = () => silent as never;
    const clock = new Clock();
    try {
      const first = change((box) => box.set('k', { key: 'k', made: 1 } as never).size);
      clock.pass(5_000);
      expect(await first).to.deep.equal({ value: 1, kept: false });
      // The page does not wait again.
      expect(await change((box) => box.has('k'))).to.deep.equal({ value: true, kept: false });
    } finally {
      IDBFactory.prototype.open = open;
    }
    await new Promise((resolve) => {
      const late = indexedDB.open('standfirst', 1);
      late.onupgradeneeded = () => late.result.createObjectStore('outbox', { keyPath: 'key' });
      late.onsuccess = () => resolve((silent.result = late.result));
    });
    silent.onsuccess?.();
    expect(await change((box) => box.has('k'))).to.deep.equal({ value: true, kept: true });
    await change((box) => box.delete('k'));
    expect(await change((box) => box.has('k'))).to.deep.equal({ value: false, kept: true });
  });

  it('in the middle of it: is memory for that once', async () => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => ({ objectStore: () => ({ getAll: () => ({}) }) }) as never;
    const clock = new Clock();
    try {
      const first = change((box, whole) => (box.set('m', { key: 'm', made: 1 } as never), whole));
      // It is opened by now, and asked in the same breath.
      await new Promise((resolve) => setTimeout(resolve));
      clock.pass(5_000);
      expect(await first).to.deep.equal({ value: false, kept: false });
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(await change((box, whole) => whole && box.delete('m'))).to.deep.equal({ value: true, kept: true });
  });

  it('gives the database up when another version wants it', async () => {
    await change((box) => box.clear());
    const gone = await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('standfirst');
      request.onsuccess = () => resolve('gone');
      request.onblocked = () => resolve('blocked');
    });
    expect(gone).to.equal('gone');
    expect(await change((box) => box.size)).to.deep.equal({ value: 0, kept: true });
  });
});
