import { type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { AccessEntries } from '@simpul/kit/explanation/access-entries';
import type { Caller } from '@simpul/kit/identity/internal-token';
import type { Log } from '@simpul/kit/log/log';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { clearMisfits } from '../../subgraph/answer-check';
import { type AnswerShape, shapeOf } from '../../subgraph/answer-shape';
import type { SubgraphAnswer } from '../../subgraph/subgraph-answer';
import type { SubgraphClient } from '../../subgraph/subgraph-client';
import { type FaultCode, SubgraphFault } from '../../subgraph/subgraph-fault';
import { toldAccess } from '../../subgraph/told-access';
import type { AnswerRecord } from './answer-record';
import type { Fetch } from './fetch-places';

/** What one execution hands through the reference engine to its fetches. */
export interface ExecutionContext extends Record<string, unknown> {
  readonly record: AnswerRecord;
  readonly caller: Caller;
  readonly requestId: string;
  readonly explanation: AccessEntries | null;
}

type ProcessOptions = GraphQLDataSourceProcessOptions<ExecutionContext>;
type ProcessResult = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Fetches from one agency for the reference engine; faults go to the record of the execution, never to the engine. */
export class SubgraphSource implements GraphQLDataSource<ExecutionContext> {
  private readonly shapes = new WeakMap<DocumentNode, AnswerShape>();

  constructor(
    private readonly agency: string,
    private readonly client: SubgraphClient,
    private readonly schema: GraphQLSchema,
    private readonly log: Log,
  ) {}

  async process(options: ProcessOptions): Promise<ProcessResult> {
    if (!('incomingRequestContext' in options) || !options.document) {
      throw new TypeError('only fetches of a query plan are served');
    }
    const { request, document, context, pathInIncomingRequest: path = [] } = options;
    const shape = this.shape(document);
    const variables: Readonly<Record<string, unknown>> = request.variables ?? {};
    const representations = shape.entities
      ? (variables['representations'] as Fetch['representations'])
      : null;
    const fetch: Fetch = { agency: this.agency, path, shape, representations };
    try {
      const answer = await this.client.send({
        query: request.query ?? '',
        operationName: request.operationName,
        variables,
        isMutation: shape.isMutation,
        caller: context.caller,
        requestId: context.requestId,
        explains: context.explanation !== null,
      });
      assertEntities(fetch, answer);
      const misfits = answer.data ? clearMisfits(shape, answer.data, representations) : [];
      context.record.answered(fetch, answer, misfits);
      context.explanation?.addAll(toldAccess(this.agency, answer.access));
      if (misfits.length > 0)
        this.tell(context, 'SUBGRAPH_INVALID_RESPONSE', `${String(misfits.length)} values do not fit`);
      return { data: answer.data };
    } catch (error) {
      if (!(error instanceof SubgraphFault)) throw error;
      context.record.failed(fetch, error.code);
      this.tell(context, error.code, error.message);
      return { data: null };
    }
  }

  /** An agency may be away for a while; that it refuses the gateway's word is for the operator to mend, and lasts till then. */
  private tell({ requestId }: ExecutionContext, code: FaultCode, reason: string): void {
    const level = code === 'SUBGRAPH_REFUSED' ? 'error' : 'warn';
    this.log[level]({ requestId, agency: this.agency, code, reason }, 'fetch failed');
  }

  private shape(document: DocumentNode): AnswerShape {
    const known = this.shapes.get(document);
    if (known) return known;
    const shape = shapeOf(this.schema, document);
    this.shapes.set(document, shape);
    return shape;
  }
}

/** Entities are matched by position, so a list of another length would give people each other's records. */
function assertEntities({ representations }: Fetch, { data }: SubgraphAnswer): void {
  if (representations === null || data === null) return;
  const entities = data['_entities'];
  if (Array.isArray(entities) && entities.length === representations.length) return;
  throw new SubgraphFault('SUBGRAPH_INVALID_RESPONSE', 'not one entity per representation');
}
