import { currentRequestId, duringRequest, requestIdOf } from './request-id';

const OURS = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

describe('the id of a request', () => {
  it('is the one that came with it', () => {
    expect(requestIdOf({ 'x-request-id': OURS })).toBe(OURS);
  });

  it.each([undefined, '', '3673012306980001', `${OURS}0`, OURS.toUpperCase(), 'Siti Aminah'])(
    'is made anew instead of %s, which is not of our making',
    (given) => {
      const id = requestIdOf(given === undefined ? {} : { 'x-request-id': given });
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(id).not.toBe(given);
    },
  );

  it('is known to everything that happens during the request, and to nothing else', async () => {
    const seen = await duringRequest(OURS, async () => {
      await Promise.resolve();
      return currentRequestId();
    });
    expect(seen).toBe(OURS);
    expect(currentRequestId()).toBeUndefined();
  });
});
