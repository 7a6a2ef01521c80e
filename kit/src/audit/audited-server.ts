import type { GraphQLRequest, GraphQLResponse } from '@apollo/server';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import type { RequestContext } from '../context/context';
import type { AccessExplanation } from '../explanation/access-explanation';
import type { OperationServer } from '../http/graphql-route';
import type { Log } from '../log/log';
import { outcomeWithheld } from './audit-unavailable';
import type { RecordWriter } from './record-writer';
import type { RequestDisclosures } from './request-disclosures';

/** A context whose disclosures can be recorded. */
export interface AuditedContext extends RequestContext {
  readonly disclosures: RequestDisclosures;
  readonly explanation?: AccessExplanation;
}

/**
 * A GraphQL server that answers only what has its record: an operation is executed, what it shows of people is recorded and
 * committed, and then its answer is let out. Without a record a query is executed again with everything personal refused;
 * a mutation, which has happened, is not.
 */
export class AuditedServer<T extends AuditedContext> implements OperationServer<T> {
  constructor(
    private readonly server: OperationServer<T>,
    private readonly writer: Pick<RecordWriter, 'write' | 'isBlocked'>,
    private readonly log: Log,
  ) {}

  async executeOperation(
    request: GraphQLRequest,
    options: { readonly contextValue: T },
  ): Promise<GraphQLResponse> {
    const { contextValue: context } = options;
    // Nobody waits for a record that cannot be written; what needs none is answered as ever.
    if (this.writer.isBlocked) context.disclosures.close();
    const response = await this.server.executeOperation(request, options);
    if ((await this.isRecorded(context)) || !context.disclosures.isToBeRecorded) return response;
    if (isMutation(request)) {
      context.explanation?.withhold();
      return withoutOutcome(response);
    }
    context.disclosures.close();
    context.explanation?.restart();
    // Another object: whatever was kept beside the first one, like what was refused already, counts for that answer alone.
    return this.server.executeOperation(request, { contextValue: { ...context } });
  }

  private async isRecorded({ disclosures, requestId }: T): Promise<boolean> {
    try {
      const records = disclosures.records();
      if (records.length > 0) await this.writer.write(records);
      return true;
    } catch (error) {
      const cause = error instanceof Error ? { class: error.name, code: codeOf(error) } : {};
      // That nothing can be written is told once, not by every request.
      if (!this.writer.isBlocked)
        this.log.error(
          { requestId, cause },
          'no record of access could be written; personal fields are refused',
        );
      return false;
    }
  }
}

function isMutation({ query = '', operationName }: GraphQLRequest): boolean {
  return getOperationAST(parse(query), operationName)?.operation === OperationTypeNode.MUTATION;
}

function withoutOutcome(response: GraphQLResponse): GraphQLResponse {
  if (response.body.kind !== 'single') throw new TypeError('incremental delivery is not served');
  const { data, errors = [] } = response.body.singleResult;
  const shown = Object.entries(data ?? {}).filter(([, outcome]) => outcome !== null);
  const { message, code } = outcomeWithheld();
  const withheld = shown.map(([field]) => ({ message, path: [field], extensions: { code } }));
  const singleResult = {
    ...response.body.singleResult,
    data: Object.fromEntries(Object.keys(data ?? {}).map((field) => [field, null])),
    errors: [...errors, ...withheld],
  };
  return { ...response, body: { kind: 'single', singleResult } };
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
