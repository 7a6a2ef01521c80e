import { AnswerError, type AnswerErrorExtensions, type Path } from '../../responses/answer-error';
import { publicError } from '../../responses/public-error';
import type { SubgraphAnswer, SubgraphError } from '../../subgraph/subgraph-answer';
import type { FaultCode } from '../../subgraph/subgraph-fault';
import { type Fetch, fieldsOf, placesOf } from './fetch-places';
import { Shadows } from './shadows';

const FAULT_MESSAGES: Readonly<Record<FaultCode, (agency: string) => string>> = {
  SUBGRAPH_UNAVAILABLE: (agency) => `The agency ${agency} cannot be reached at the moment.`,
  SUBGRAPH_REFUSED: (agency) =>
    `The agency ${agency} does not take the word of this gateway; its operator has to mend that.`,
  SUBGRAPH_TIMEOUT: (agency) => `The agency ${agency} did not answer in time.`,
  SUBGRAPH_INVALID_RESPONSE: (agency) =>
    `The agency ${agency} answered with something that does not fit its schema.`,
};

/** A value that the reference engine could not fit into the answer. */
export interface CompletionFault {
  readonly message: string;
  readonly path?: Path | undefined;
}

interface RecordedError {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: AnswerErrorExtensions;
  count: number;
}

/**
 * What went wrong while one operation was executed. The reference engine would report a fault once per row, at places
 * counted without regard to types, and drop its own findings as soon as an agency reports anything; so it is told of no
 * fault, and the errors of the answer are put together here.
 */
export class AnswerRecord {
  // The engine merges by reference: these are the objects of the answer itself, as far as it has come.
  private readonly answer: Record<string, unknown> = {};
  private readonly shadows = new Shadows();
  private readonly recorded = new Map<string, RecordedError>();
  private readonly places = new Map<Fetch, readonly Path[]>();

  /** Notes that a fetch brought nothing. */
  failed(fetch: Fetch, code: FaultCode): void {
    this.failedWith(fetch, FAULT_MESSAGES[code](fetch.agency), { code });
  }

  /** Notes an answer with the errors its agency reported and the places where it did not fit. */
  answered(fetch: Fetch, { data, errors }: SubgraphAnswer, misfits: readonly Path[]): void {
    if (fetch.path.length === 0) this.keep(data);
    const [first] = errors;
    if (data === null && first) {
      const { message, ...extensions } = publicError(fetch.agency, first);
      this.failedWith(fetch, message, extensions);
      return;
    }
    for (const field of fieldsOf(fetch)) this.shadows.lift([...fetch.path, field]);
    const reported = new Shadows();
    for (const error of errors) reported.castAround(this.report(fetch, error));
    this.reportMisfits(fetch, misfits, reported);
  }

  /** The errors of the answer; what the engine found belongs to them unless a noted fault explains it. */
  errors(found: readonly CompletionFault[]): readonly AnswerError[] {
    for (const { message, path } of found) {
      if (path && this.shadows.explain(path)) continue;
      this.add(message, path, { code: 'SUBGRAPH_INVALID_RESPONSE' });
    }
    return [...this.recorded.values()].map(
      ({ message, path, extensions, count }) => new AnswerError(message, path, { ...extensions, count }),
    );
  }

  private failedWith(fetch: Fetch, message: string, extensions: AnswerErrorExtensions): void {
    const places = this.placesOf(fetch);
    const fields = fieldsOf(fetch);
    const [place = []] = places;
    const path = fields[0] === undefined ? place : [...place, fields[0]];
    const count = fetch.representations?.length ?? places.length * fields.length;
    this.append(message, path, { ...extensions, agency: fetch.agency }, count);
    for (const field of fields) this.shadows.castBelow([...fetch.path, field]);
    if (fetch.representations) this.shadows.castOver(fetch.path);
  }

  private report(fetch: Fetch, error: SubgraphError): Path {
    const path = this.placed(fetch, error.path ?? []);
    const { message, count, ...extensions } = publicError(fetch.agency, error);
    this.shadows.castAround(path);
    this.add(message, path, { ...extensions, agency: fetch.agency }, count);
    return path;
  }

  /** Only what the agency itself reported in the same answer explains why its values do not fit. */
  private reportMisfits(fetch: Fetch, misfits: readonly Path[], reported: Shadows): void {
    const paths = misfits
      .map((misfit) => this.placed(fetch, misfit))
      .filter((path) => !reported.explain(path));
    if (paths.length === 0) return;
    const code = 'SUBGRAPH_INVALID_RESPONSE';
    const extensions = { code, agency: fetch.agency };
    this.append(FAULT_MESSAGES[code](fetch.agency), paths[0], extensions, paths.length);
    for (const path of paths) this.shadows.castAround(path);
  }

  /**
   * Rows that fail alike share one error, which has the path of the first and the number of all; an agency may have counted
   * before. A field that is refused is refused wherever it stands.
   */
  private add(message: string, path: Path | undefined, extensions: AnswerErrorExtensions, count = 1): void {
    const { coordinate } = extensions;
    const key = JSON.stringify(
      coordinate !== undefined
        ? [extensions]
        : [message, path?.map((step) => (typeof step === 'number' ? '@' : step)), extensions],
    );
    const known = this.recorded.get(key);
    if (known) known.count += count;
    else this.recorded.set(key, { message, path, extensions, count });
  }

  private append(
    message: string,
    path: Path | undefined,
    extensions: AnswerErrorExtensions,
    count: number,
  ): void {
    this.recorded.set(`fetch ${String(this.recorded.size)}`, { message, path, extensions, count });
  }

  /** Turns a path within a fetch into the path within the answer. */
  private placed(fetch: Fetch, path: Path): Path {
    const places = this.placesOf(fetch);
    const [head, index, ...rest] = path;
    if (fetch.representations && head === '_entities' && typeof index === 'number') {
      return [...(places[index] ?? []), ...rest];
    }
    const [place = []] = places;
    if (fetch.representations || path.length === 0) return [...place, ...fieldsOf(fetch).slice(0, 1)];
    return [...place, ...path];
  }

  private placesOf(fetch: Fetch): readonly Path[] {
    const known = this.places.get(fetch) ?? placesOf(fetch, this.answer);
    this.places.set(fetch, known);
    return known;
  }

  private keep(data: SubgraphAnswer['data']): void {
    for (const [key, value] of Object.entries(data ?? {})) this.answer[key] ??= value;
  }
}
