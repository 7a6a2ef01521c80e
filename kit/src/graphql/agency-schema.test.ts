import { graphql } from 'graphql';
import { Arg, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { openClock } from '../clock/clock';
import { anonymous } from '../identity/identity';
import { PolicySource, fixedGrants } from '../policy/policy-source';
import { STRANGER } from '../policy/reach';
import { buildAgencySchema } from './agency-schema';
import { graphqlEnum } from './enum';
import type { GuardedContext } from './guard/request-guard';
import { Personal } from './personal';

const Ripeness = graphqlEnum('Ripeness', 'How ripe it is.', { RIPE: 'Ready.', GREEN: 'Not yet.' });

@ObjectType({ description: 'A fruit.' })
@Directive('@key(fields: "id")')
class Fruit {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @Personal('IDENTITY', 'PARTIAL')
  name?: string | null;
}

@ObjectType({ description: 'A basket that another agency owns.' })
@Directive('@key(fields: "id")')
class Basket {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@Resolver(() => Fruit)
class FruitResolver {
  @Query(() => [Fruit], { nullable: true, description: 'Fruits.' })
  fruits(
    @Arg('zeal', () => Int, { nullable: true, description: 'Zeal.' }) _zeal: number | null,
    @Arg('ripeness', () => Ripeness, { nullable: true, defaultValue: 'RIPE', description: 'How ripe.' })
    ripeness: string,
  ): Fruit[] {
    return [{ id: '1', name: ripeness }];
  }
}

@Resolver(() => Basket)
class BasketResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'Fruits in it.' })
  fruitCount(): number {
    return 7;
  }
}

const references = {
  Fruit: () => Object.freeze({ id: '1', name: 'mango' }),
  Basket: ({ id }: { id?: unknown }) => ({ id }),
};
const PARTS = {
  resolvers: [FruitResolver, BasketResolver],
  orphanedTypes: [Basket],
  references,
  people: { Fruit: ({ id }: Fruit) => id },
};
/** To whom every fruit is their own. */
const contextValue: GuardedContext = {
  identity: { ...anonymous, organization: 'orchard', roles: ['CASEWORKER'] },
  purpose: 'PLACEMENT',
  clock: openClock('2026-06-15'),
  policy: new PolicySource(['orchard'], fixedGrants(null)).current(),
  disclosures: { add: () => undefined, listed: () => undefined, refused: () => undefined, closed: false },
  standing: () => Promise.resolve({ ...STRANGER, relations: ['OWN'] }),
};

it('publishes stubs of other agencies, marks personal fields, and sorts', async () => {
  const { sdl } = await buildAgencySchema(PARTS);
  expect(sdl).toContain('type Basket @key(fields: "id")');
  expect(sdl).toContain('name: String @personal(category: IDENTITY, mask: PARTIAL)');
  expect(sdl).toContain('enum PersonalDataCategory');
  expect(sdl.indexOf('ripeness: Ripeness = RIPE')).toBeLessThan(sdl.indexOf('zeal: Int'));
});

it('refuses references of a stub that would vanish from the schema unlisted', async () => {
  await expect(
    buildAgencySchema({ ...PARTS, resolvers: [FruitResolver], orphanedTypes: [] }),
  ).rejects.toThrow(/Basket, which is not in the schema: list it in orphanedTypes/);
});

it('refuses a resolvable key that nothing resolves', async () => {
  const { Basket: _, ...others } = references;
  await expect(buildAgencySchema({ ...PARTS, references: others })).rejects.toThrow(
    /Basket has a resolvable key but no reference resolver/,
  );
});

it('resolves frozen records and field resolvers of stubs by reference', async () => {
  const { schema } = await buildAgencySchema(PARTS);
  const { data, errors } = await graphql({
    schema,
    contextValue,
    source: `{ _entities(representations: [{ __typename: "Fruit", id: "1" }, { __typename: "Basket", id: "2" }]) {
      ... on Fruit { name } ... on Basket { fruitCount } } }`,
  });
  expect(errors).toBeUndefined();
  expect(data?.['_entities']).toEqual([{ name: 'mango' }, { fruitCount: 7 }]);
});

it('hands enum defaults over as the values that code compares with', async () => {
  const { schema } = await buildAgencySchema(PARTS);
  const { data } = await graphql({ schema, contextValue, source: '{ fruits { name } }' });
  expect(data?.['fruits']).toEqual([{ name: Ripeness.RIPE }]);
});

it('keeps what is personal from whoever stands outside', async () => {
  const { schema } = await buildAgencySchema(PARTS);
  const stranger = { ...contextValue, standing: () => Promise.resolve(STRANGER) };
  const { data, errors } = await graphql({
    schema,
    contextValue: stranger,
    source: '{ fruits { id name } }',
  });
  expect(errors).toBeUndefined();
  expect(data?.['fruits']).toEqual([{ id: '1', name: null }]);
});

it('refuses personal fields of nobody', async () => {
  await expect(buildAgencySchema({ ...PARTS, people: {} })).rejects.toThrow(
    /Fruit: nothing tells whom it is about/,
  );
});
