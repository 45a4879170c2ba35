import { ts } from 'ts-morph';
import { bare, declarationsOf, isCallable, type Callable } from './program.ts';
import type { Reach } from './reach.ts';

const isVariable = (name: string): boolean => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name);

const returnsOf = ({ body }: Callable): ts.Expression[] => {
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    if (!isCallable(node)) ts.forEachChild(node, look);
  };
  look(body);
  return found;
};

/** Where values of one entry come from: through constants, parameters and answers back to the environment. */
export class Values {
  private readonly reach: Reach;

  constructor(reach: Reach) {
    this.reach = reach;
  }

  /** Environment variables, and beginnings of texts, that an expression can be; empty: a text that begins with something stored. */
  of(expression: ts.Expression): string[] {
    return [...new Set(this.sources(expression, new Set()).flatMap((source) => this.text(source)))];
  }

  private text(source: ts.Expression): string[] {
    if (ts.isPropertyAccessExpression(source)) return [source.name.text];
    if (ts.isStringLiteralLike(source)) return [source.text];
    if (!ts.isTemplateExpression(source)) return [];
    if (source.head.text !== '') return [source.head.text];
    const begins = source.templateSpans[0] ? this.of(source.templateSpans[0].expression) : [];
    return begins.length > 0 ? begins : [''];
  }

  /** The same of one property of an expression. */
  ofProperty(expression: ts.Expression, name: string): string[] {
    const seen = new Set<ts.Node>();
    const found = this.sources(expression, seen).flatMap((source) => this.property(source, name, seen));
    return [...new Set(found.flatMap((source) => this.of(source)))];
  }

  /**
   * Where an expression comes from in the end: an object, a text, or a variable of the environment.
   * @param way what led here: two calls that are given the same are two ways to it, and none of them hides the other
   */
  sources(given: ts.Expression, way: ReadonlySet<ts.Node>): ts.Expression[] {
    const node = bare(given);
    if (way.has(node)) return [];
    const seen = new Set(way).add(node);
    if (ts.isPropertyAccessExpression(node)) {
      if (isVariable(node.name.text)) return [node];
      return this.sources(node.expression, seen).flatMap((source) => this.property(source, node.name.text, seen));
    }
    if (ts.isConditionalExpression(node))
      return [node.whenTrue, node.whenFalse].flatMap((each) => this.sources(each, seen));
    if (ts.isBinaryExpression(node)) return [node.left, node.right].flatMap((each) => this.sources(each, seen));
    if (ts.isArrayLiteralExpression(node))
      return node.elements.flatMap((each) => this.sources(ts.isSpreadElement(each) ? each.expression : each, seen));
    if (ts.isCallExpression(node)) return this.answers(node, seen);
    if (ts.isIdentifier(node)) return declarationsOf(node).flatMap((each) => this.declared(each, seen));
    return [node];
  }

  /** Names of the properties, as far as they are computed, of the object that a property is. */
  ofKeys(expression: ts.Expression, property: string): string[] {
    const seen = new Set<ts.Node>();
    const names = this.sources(expression, seen)
      .flatMap((source) => this.property(source, property, seen))
      .flatMap((source) =>
        ts.isObjectLiteralExpression(source) ? source.properties.flatMap(({ name }) => name ?? []) : [],
      );
    return [...new Set(names.flatMap((name) => (ts.isComputedPropertyName(name) ? this.of(name.expression) : [])))];
  }

  private answers(call: ts.CallExpression, seen: ReadonlySet<ts.Node>): ts.Expression[] {
    const mapped = bare(call.expression);
    if (ts.isPropertyAccessExpression(mapped) && /[mM]ap$/.test(mapped.name.text)) {
      const [callback] = call.arguments;
      return callback && isCallable(callback) ? returnsOf(callback).flatMap((each) => this.sources(each, seen)) : [];
    }
    const callables = [...this.reach.callsOf].filter(([, calls]) => calls.includes(call)).map(([callable]) => callable);
    return callables.flatMap((callable) => returnsOf(callable as Callable).flatMap((each) => this.sources(each, seen)));
  }

  private declared(declaration: ts.Declaration, seen: ReadonlySet<ts.Node>): ts.Expression[] {
    if (ts.isVariableDeclaration(declaration))
      return declaration.initializer ? this.sources(declaration.initializer, seen) : [];
    if (ts.isParameter(declaration)) return this.given(declaration).flatMap((each) => this.sources(each, seen));
    if (!ts.isBindingElement(declaration)) return [];
    const name = (declaration.propertyName ?? declaration.name).getText();
    const holder = declaration.parent.parent;
    const from = ts.isParameter(holder) || ts.isVariableDeclaration(holder) ? this.declared(holder, seen) : [];
    return from.flatMap((source) => this.property(source, name, seen));
  }

  /** What the calls of its function give for a parameter. */
  private given(parameter: ts.ParameterDeclaration): ts.Expression[] {
    const place = parameter.parent.parameters.indexOf(parameter);
    const { parent: callback } = parameter;
    const over = ts.isCallExpression(callback.parent) && callback.parent.expression;
    // A callback of an array gets its elements.
    if (over && place === 0 && ts.isPropertyAccessExpression(over) && /[mM]ap$|^forEach$/.test(over.name.text))
      return [over.expression];
    const calls = this.reach.callsOf.get(callback) ?? [];
    return calls.flatMap(({ arguments: all }) => all[place] ?? []);
  }

  private property(source: ts.Expression, name: string, seen: ReadonlySet<ts.Node>): ts.Expression[] {
    if (!ts.isObjectLiteralExpression(source)) return [];
    return source.properties.flatMap((property) => {
      if (ts.isSpreadAssignment(property))
        return this.sources(property.expression, seen).flatMap((each) => this.property(each, name, seen));
      if (property.name?.getText() !== name) return [];
      if (ts.isPropertyAssignment(property)) return this.sources(property.initializer, seen);
      if (!ts.isShorthandPropertyAssignment(property)) return [];
      return declarationsOf(property.name).flatMap((each) => this.declared(each, seen));
    });
  }
}
