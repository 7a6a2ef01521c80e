import type { AnswerShape } from './answer-shape';
import type { SelectionShape, ValueShape } from './value-shape';

type JsonObject = Record<string, unknown>;
type Path = (string | number)[];

/**
 * Compares an answer with the form it should have and puts null where it has another one, so that a wrong value costs
 * only itself: the reference engine would drop the whole answer for a list that is none, and say nothing at all of a
 * missing field. Answers the places of the wrong values. An entity that does not say its type is taken for what its
 * representation asked for.
 */
export function clearMisfits(
  shape: AnswerShape,
  data: JsonObject,
  representations: readonly Readonly<JsonObject>[] | null,
): readonly Path[] {
  const check = new Check();
  if (shape.entities && representations) check.entities(data, shape.entities, representations);
  else check.object(data, shape.root, shape.rootType);
  return check.misfits;
}

class Check {
  readonly misfits: Path[] = [];
  private readonly path: Path = [];

  entities(
    data: JsonObject,
    selection: SelectionShape,
    representations: readonly Readonly<JsonObject>[],
  ): void {
    const given = data['_entities'];
    if (!Array.isArray(given)) return;
    this.path.push('_entities');
    data['_entities'] = this.list(given, (entity, index) =>
      entity === null ? null : this.composite(entity, selection, typenameOf(representations[index] ?? {})),
    );
    this.path.pop();
  }

  object(object: JsonObject, selection: SelectionShape, typename: string | null): void {
    for (const { key, required, value } of selection.fieldsOf(typename)) {
      const given = object[key];
      if (given === undefined && !required) continue;
      this.path.push(key);
      object[key] = given === undefined ? this.misfit() : this.value(given, value);
      this.path.pop();
    }
  }

  private value(given: unknown, shape: ValueShape): unknown {
    if (shape.kind === 'nonNull') return given === null ? this.misfit() : this.value(given, shape.of);
    if (given === null) return null;
    switch (shape.kind) {
      case 'list':
        return Array.isArray(given) ? this.list(given, (item) => this.value(item, shape.of)) : this.misfit();
      case 'leaf':
        return shape.fits(given) ? given : this.misfit();
      case 'object':
        return this.composite(given, shape.selection, shape.typename);
      case 'unknown':
        if (shape.selection === null) return given;
        if (Array.isArray(given)) return this.list(given, (item) => this.value(item, shape));
        return this.composite(given, shape.selection, null);
    }
  }

  private list(items: unknown[], checkItem: (item: unknown, index: number) => unknown): unknown[] {
    return items.map((item, index) => {
      this.path.push(index);
      const checked = checkItem(item, index);
      this.path.pop();
      return checked;
    });
  }

  private composite(given: unknown, selection: SelectionShape, declared: string | null): unknown {
    if (!isObject(given)) return this.misfit();
    this.object(given, selection, typenameOf(given) ?? declared);
    return given;
  }

  private misfit(): null {
    this.misfits.push([...this.path]);
    return null;
  }
}

function typenameOf({ __typename: name }: Readonly<JsonObject>): string | null {
  return typeof name === 'string' ? name : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
