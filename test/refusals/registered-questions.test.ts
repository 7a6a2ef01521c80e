import { realpathSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { clientClassOf, folderOf } from '@simpul/schema/contract/client-class';
import { ASKERS, askerOf, claimsOfLogin } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { question } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(1, { publicOperations: 'registered' });
});
afterAll(() => house.close());

const OPERATIONS = path.join(HOUSE_ROOT, 'schema/operations');

/** The class of clients for which the text of a question is registered; its only home is there. */
function classOf(name: string): string {
  const home = realpathSync(path.join(HOUSE_ROOT, 'test/journeys/questions', `${name}.graphql`));
  return path.relative(OPERATIONS, path.dirname(home));
}

const [registered, others] = [true, false].map((isWanted) =>
  Object.keys(ASKERS).filter((name) => (classOf(name) === folderOf('PUBLIC')) === isWanted),
);

it.each(Object.keys(ASKERS))('%s is registered for whose it is, or for everybody', (name) => {
  const { roles } = claimsOfLogin(askerOf(name).login);
  expect([folderOf('PUBLIC'), folderOf(clientClassOf(roles))]).toContain(classOf(name));
});

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
