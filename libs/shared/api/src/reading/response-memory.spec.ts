import { ResponseMemory } from './response-memory.js';

const response = (length: number) => ({ json: 'x'.repeat(length), etag: '"x"' });

describe('responses in memory', () => {
  it('are found by their key', () => {
    const memory = new ResponseMemory();
    memory.keep('one', response(3));
    expect(memory.get('one')).toEqual(response(3));
    expect(memory.get('two')).toBeUndefined();
  });

  it('give way, those longest unused first, when there is no more room', () => {
    const memory = new ResponseMemory(40);
    for (const key of ['one', 'two', 'six']) memory.keep(key, response(10));
    memory.get('one');
    memory.keep('ten', response(10));
    const held = ['one', 'two', 'six', 'ten'].filter((key) => memory.get(key));
    expect(held).toEqual(['one', 'six', 'ten']);
  });

  it('take no more room when they are kept again, and none when they are too large', () => {
    const memory = new ResponseMemory(40);
    for (let again = 0; again < 9; again++) memory.keep('one', response(10));
    memory.keep('two', response(10));
    memory.keep('six', response(100));
    expect(['one', 'two', 'six'].filter((key) => memory.get(key))).toEqual(['one', 'two']);
  });
});
