import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { ASKERS } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { question } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(1, { publicOperations: 'registered' });
});
afterAll(() => house.close());

const FOLDER = path.join(HOUSE_ROOT, 'schema/operations/public');
const REGISTERED = new Set(readdirSync(FOLDER).map((file) => readFileSync(path.join(FOLDER, file), 'utf8')));
const [registered, others] = [true, false].map((isWanted) =>
  Object.keys(ASKERS).filter((name) => REGISTERED.has(question(name)) === isWanted),
);

const NOBODY = { login: null, purpose: null };

it.each(registered ?? [])('answers %s to anybody, as it is registered', async (name) => {
  const { data, errors } = await house.ask(question(name), {}, NOBODY);
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {})).not.toContain(null);
});

it.each(others ?? [])('does not run %s for who has not signed in', async (name) => {
  const { data, errors } = await house.ask(question(name), {}, NOBODY);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_NOT_REGISTERED']);
  expect(data ?? null).toBeNull();
});
