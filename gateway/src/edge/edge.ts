import { isIPv6 } from 'node:net';
import type { GraphQLRequest } from '@simpul/kit/http/graphql-parameters';
import type { Admission } from '@simpul/kit/http/graphql-route';
import { HttpFault } from '@simpul/kit/http/http-fault';
import { tooComplex } from '@simpul/kit/http/linear-limits';
import { type Identity, isAnonymous } from '@simpul/kit/identity/identity';
import { type ClientClass, clientClassOf } from '@simpul/schema/contract/client-class';
import { type GraphQLSchema, Kind, getOperationAST } from 'graphql';
import { Allowances, type Payer } from './allowances';
import { CostEstimate } from './cost';
import { readCostModel } from './cost-model';
import { Documents, type KnownDocument } from './documents';
import type { EdgePolicy } from './edge-policy';
import type { RegisteredOperations } from './registered-operations';

/** What an edge stands before. */
export interface EdgeParts {
  readonly policy: EdgePolicy;
  readonly registered: RegisteredOperations;
  readonly schema: GraphQLSchema;
  readonly supergraphSdl: string;
}

/** Who sends a request, and from which address. */
export interface Caller {
  readonly identity: Identity;
  readonly address: string;
}

/** Every operation costs something, so that empty ones cannot be sent without end. */
const SMALLEST_COST = 1;
/** Of a document, as much work as a row. */
const CHARACTERS_PER_UNIT = 20;

/** Decides which operations run at all: bounded in structure, allowed for the caller, within its budget and its rate. */
export class Edge {
  private readonly documents = new Documents();
  private readonly allowances: Allowances;
  private readonly estimate: CostEstimate;

  constructor(private readonly parts: EdgeParts) {
    this.allowances = new Allowances(parts.policy.now);
    this.estimate = new CostEstimate(
      parts.schema,
      readCostModel(parts.supergraphSdl),
      parts.policy.largestPage,
    );
  }

  admit(request: GraphQLRequest, caller: Caller): Admission {
    const clientClass = clientClassOf(caller.identity.roles);
    const payers = this.payers(caller, this.parts.policy.budgets.ofClass[clientClass]);
    this.allowances.assertSomeLeft(payers);
    try {
      return this.admitted(request, clientClass, payers);
    } catch (refusal) {
      const isRate = refusal instanceof HttpFault && refusal.code === 'RATE_LIMITED';
      // Who has to wait has paid already, and is told for how long.
      if (!isRate) this.allowances.take(payers, readingCostOf(request));
      throw refusal;
    }
  }

  private admitted(request: GraphQLRequest, clientClass: ClientClass, payers: readonly Payer[]): Admission {
    const query = this.textOf(request, clientClass);
    const document = this.documents.read(query);
    this.assertRegistered(document, clientClass);
    this.assertIntrospection(document, clientClass);
    const { documentId: _, ...others } = request;
    const cost = this.costOf(document, request);
    const { budget } = this.parts.policy.budgets.ofClass[clientClass];
    if (cost > budget) {
      const remedy = `It would cost ${cost.toPrecision(6)}: ask for fewer rows (first) or fewer fields.`;
      throw tooComplex(`cost of ${clientClass.toLowerCase()} clients`, budget, remedy);
    }
    const remaining = this.allowances.charge(payers, cost);
    if (document) this.documents.keep(query, document);
    const extensions = this.parts.policy.reportsCost ? { cost: { requested: cost, budget, remaining } } : {};
    return { operation: { ...others, query }, extensions };
  }

  private textOf({ query, documentId }: GraphQLRequest, clientClass: ClientClass): string {
    if (query !== undefined) return query;
    const operation = this.parts.registered.find(documentId, clientClass);
    if (!operation) throw notRegistered('No operation of this documentId is registered for you');
    return operation.text;
  }

  private assertRegistered(document: KnownDocument | null, clientClass: ClientClass): void {
    if (clientClass !== 'PUBLIC' || this.parts.policy.publicOperations === 'any') return;
    if (!document || !this.parts.registered.find(document.hash, clientClass))
      throw notRegistered('Without signing in, only registered operations may be run, and this is none');
  }

  private assertIntrospection(document: KnownDocument | null, clientClass: ClientClass): void {
    if (!document?.readsSchema || clientClass === 'DEVELOPER') return;
    if (this.parts.policy.introspection === 'all') return;
    throw new HttpFault(
      'INTROSPECTION_FORBIDDEN',
      'The schema may be read with the role DEVELOPER only; leave out __schema and __type.',
    );
  }

  private costOf(document: KnownDocument | null, { operationName, variables = {} }: GraphQLRequest): number {
    if (!document) return SMALLEST_COST;
    const named = getOperationAST(document.parsed, operationName);
    const candidates = named
      ? [named]
      : document.parsed.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const costs = candidates.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? this.estimate.of(document.parsed, node, variables) : 0,
    );
    return Math.max(SMALLEST_COST, ...costs);
  }

  /** The client, and its organisation with it: many accounts of one organisation share what it may spend. */
  private payers({ identity, address }: Caller, rate: Payer['rate']): readonly Payer[] {
    const { subject, client, organization } = identity;
    const account = isAnonymous(identity)
      ? `address ${networkOf(address)}`
      : `account ${JSON.stringify([client, subject])}`;
    if (organization === null) return [{ account, rate }];
    return [
      { account, rate },
      { account: `organisation ${organization}`, rate: this.parts.policy.budgets.ofOrganization },
    ];
  }
}

/** What it costs to look at an operation that is refused in the end. */
function readingCostOf({ query = '' }: GraphQLRequest): number {
  return SMALLEST_COST + query.length / CHARACTERS_PER_UNIT;
}

function notRegistered(what: string): HttpFault {
  return new HttpFault(
    'OPERATION_NOT_REGISTERED',
    `${what}. Put its file into schema/operations/public, or sign in.`,
  );
}

/** Whoever has one IPv6 address has at least the 2^64 of its network. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':');
  const missing = address.includes('::') ? 8 - groups.length - tail.split(':').length : 0;
  const all = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...tail.split(':')];
  return all.slice(0, 4).join(':');
}
