import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { Page } from '../database/page';
import { Cost } from './cost';
import { DateTimeScalar } from './scalars';

/** Counting reads every row that the filter lets through, not only those of the page. */
const TOTAL_COST = 10;

@ObjectType({ description: 'Where a page of a connection begins and ends (Relay Cursor Connections).' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'More rows follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Rows precede this page; always false when paging starts at the first row.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first row of the page; null when it is empty.',
  })
  startCursor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row of the page; pass it as `after`.',
  })
  endCursor?: string | null;
}

/** One row of a connection with its cursor. */
export interface EdgeShape<T> {
  cursor: string;
  node: T;
}

/** A page as the resolvers answer it; the total is counted only when it is asked for. */
export interface ConnectionShape<T> {
  edges: EdgeShape<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  asOf?: Date | null;
  readonly totalCount?: Promise<number | null>;
}

/** Base class of the edge type of a connection over `node`. */
export function edgeOf<T extends object>(node: ClassType<T>): ClassType<EdgeShape<T>> {
  @ObjectType()
  class Edge implements EdgeShape<T> {
    @Field(() => String, { description: 'Opaque cursor of this row.' })
    cursor!: string;

    @Field(() => node, { description: 'The row.' })
    node!: T;
  }
  return Edge;
}

/** Base class of the connection type over `node`. */
export function connectionOf<T extends object>(
  node: ClassType<T>,
  edge: ClassType<EdgeShape<T>>,
): ClassType<ConnectionShape<T>> {
  @ObjectType()
  class Connection implements ConnectionShape<T> {
    @Field(() => [edge], { description: 'Rows with their cursors.' })
    edges!: EdgeShape<T>[];

    @Field(() => [node], { description: 'The same rows without cursors.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page begins and ends.' })
    pageInfo!: PageInfo;

    @Field(() => DateTimeScalar, {
      nullable: true,
      description: "State of other agencies' facts that a filter used; null when none was used.",
    })
    asOf?: Date | null;

    @Field(() => Int, {
      nullable: true,
      description:
        'Rows in all pages that the caller may count; null when counting is refused or too costly.',
    })
    @Cost(TOTAL_COST)
    totalCount?: Promise<number | null>;
  }
  return Connection;
}

/** Turns a page of stored rows into a connection of published nodes. */
export function toConnection<R, T>(
  page: Page<R>,
  publish: (row: R) => T,
  asOf: Date | null = null,
): ConnectionShape<T> {
  const edges = page.rows.map((placed) => ({
    node: publish(placed.row),
    get cursor() {
      return placed.cursor;
    },
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    asOf,
    get totalCount() {
      return page.count();
    },
  };
}
