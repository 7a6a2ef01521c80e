import type { AnswerShape } from './answer-shape';
import type { SelectionShape, ValueShape } from './value-shape';

type JsonObject = Record<string, unknown>;
type Path = (string | number)[];

/**
 * Compares an answer with the form it should have and puts null where it has another one, so that a wrong value costs
 * only itself: the reference engine would drop the whole answer for a list that is none, and say nothing at all of a
 * missing field. Answers the places of the wrong values.
 */
export function clearMisfits(shape: AnswerShape, data: JsonObject): readonly Path[] {
  const check = new Check();
  check.object(data, shape.root, shape.rootType);
  return check.misfits;
}

class Check {
  readonly misfits: Path[] = [];
  private readonly path: Path = [];

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
        return Array.isArray(given) ? this.list(given, shape.of) : this.misfit();
      case 'leaf':
        return shape.fits(given) ? given : this.misfit();
      case 'object':
        return this.composite(given, shape.selection);
      case 'unknown':
        if (shape.selection === null) return given;
        return Array.isArray(given) ? this.list(given, shape) : this.composite(given, shape.selection);
    }
  }

  private list(items: unknown[], shape: ValueShape): unknown[] {
    return items.map((item, index) => {
      this.path.push(index);
      const checked = this.value(item, shape);
      this.path.pop();
      return checked;
    });
  }

  private composite(given: unknown, selection: SelectionShape): unknown {
    if (!isObject(given)) return this.misfit();
    this.object(given, selection, typenameOf(given));
    return given;
  }

  private misfit(): null {
    this.misfits.push([...this.path]);
    return null;
  }
}

function typenameOf({ __typename: name }: JsonObject): string | null {
  return typeof name === 'string' ? name : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
