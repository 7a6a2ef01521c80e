import { personalCoordinates } from '../testkit/open-grants';
import { AGENCIES, type AgencyName } from '../testkit/house';
import { COORDINATES } from './coordinates';
import { FieldDoor, SITUATIONS } from './field-door';

it('knows every personal field of the graph', () => {
  const written = Object.values(COORDINATES).flatMap((list) =>
    list.map(({ type, field }) => `${type}.${field}`),
  );
  const marked = personalCoordinates().filter((name) => !/(Filter|Input)[.]|[(]/.test(name));
  expect([...new Set(written)].sort()).toEqual(marked);
});

describe.each(Object.keys(AGENCIES) as AgencyName[])('%s, asked as the gateway asks', (name) => {
  let door: FieldDoor;
  beforeAll(async () => {
    door = await FieldDoor.open(name);
  });
  afterAll(() => door.close());

  it('has something to withhold in every field', () => {
    expect(door.unknown()).toEqual([]);
  });

  it.each(SITUATIONS)('gives rows that are $relation ($agreement) as the matrix says', async (situation) => {
    const { wrong, cells } = await door.check(situation);
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(500);
  });
});
